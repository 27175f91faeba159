"""Why an input may be rejected: every code there is, what it means, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RejectionCode:
    """A code of `Rejection` and `InputError`. `remedy` is what whoever gave the input can do."""

    code: str
    meaning: str
    remedy: str


_ROWS = (
    ("missing", "there is no such file, or an address was given where a file is wanted", "check the path; save the page first"),
    ("not_a_file", "the path is a folder inside a list of files, a device or a socket", "give a file with a page"),
    ("unreadable", "the system does not let the file be read", "check the file and its permissions"),
    ("empty", "there is nothing to read: no bytes, white space only, or a folder without pages", "fetch or save the page again"),
    ("pdf", "the bytes are a PDF", "convert it to text first"),
    ("binary", "the bytes are a picture, an archive, an office document or other data, whatever the name says", "give an HTML page or a text file"),
    ("json", "the bytes are data in JSON", "take the HTML or the text of each page out of it and give those"),
    ("truncated_gzip", "the bytes are gzip and break off", "fetch or save the page again"),
    ("corrupt_gzip", "the bytes are gzip and damaged", "fetch or save the page again"),
    ("too_large", "a page has more than 5 MB without its pictures, or an input more than 20 MB unpacked", "split it or leave it out"),
    ("too_many_lines", "a page has more than 200,000 lines", "split it or leave it out"),
    ("too_many_attributes", "a tag has more than 1,000 attributes", "leave it out"),
    ("too_deep", "tags stand inside one another more than 2,000 deep", "leave it out"),
    ("no_html_part", "a saved page (MHTML, web archive) holds no page in HTML", "save the page again"),
    ("no_text", "a mail holds no text, only attachments perhaps", "save the attachments and give them"),
    ("mailbox", "a file holds several mails", "save each as a file of its own"),
    ("damaged_message", "a mail or saved page has too many parts, or they cannot be told apart", "save it again"),
    ("bad_date", "the date that was given with a page is no ISO date", "write it as 2024-03-12"),
    ("bad_decision", "a line of the file of decisions is none", "write it as the message shows"),
    ("timeout", "reading took more than its time (60 seconds of CPU, 300 in all)", "split the page or leave it out"),
    ("memory", "reading took more than its memory (1,500 MB), or the system had none left", "split the page or leave it out; or give fewer workers"),
    ("crash", "the process that read the page crashed", "leave the page out, and report it with the page"),
    ("internal_error", "reading failed: a defect of dateline", "report it with the page"),
)  # fmt: skip

REJECTION_CODES = tuple(RejectionCode(*row) for row in _ROWS)
"""All codes; `docs/rejections.md` shows them."""
