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
    ("file_name", "the text of a page, given in Python, is the path of a file and nothing else", "give Path(...) in place of the text"),
    ("unreadable", "the system does not let the file, or the folder, be read", "check it and its permissions"),
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
    ("no_text", "a page shows no text, a mail holds only attachments, or an item of JSON has no text of a page", "save the page from a browser once it is shown, or the attachments, and give those"),
    ("mailbox", "a file holds several mails", "save each as a file of its own"),
    ("damaged_message", "a mail or saved page has too many parts, or they cannot be told apart", "save it again"),
    ("bad_date", "the date that was given with a page is no ISO date", "write it as 2024-03-12"),
    ("bad_decision", "a line of the file of decisions is none", "write it as the message shows"),
    ("bad_json", "a file of JSON breaks off, or a line of it is none", "make the file again"),
    ("damaged_record", "a record of a crawl is damaged; the others are read", "fetch its page again"),
    ("truncated_archive", "an archive breaks off before its end; what stands before is read", "fetch it again"),
    ("damaged_archive", "an archive cannot be opened, or a file in it is damaged", "fetch or make it again"),
    ("nested_archive", "an archive lies in an archive", "unpack it and give what it holds"),
    ("unsafe_path", "a file in an archive has a path that leads out of it", "leave it out"),
    ("encrypted", "a file in an archive wants a password", "unpack it and give what it holds"),
    ("zip_bomb", "a file in an archive unpacks to far more than it packs, or they all to too much", "leave it out"),
    ("feed", "a list of pages was given where one page is wanted", "give it to `dateline read`"),
    ("damaged_feed", "nothing of a feed, sitemap or OPML file can be parsed", "fetch or save it again"),
    ("entity_bomb", "a document declares entities that grow, nest or lie outside", "leave it out"),
    ("addresses_only", "a sitemap, OPML file or list holds no text", "add `--fetch`"),
    ("bad_address", "an address cannot be parsed", "check it"),
    ("forbidden_address", "an address is not public, or not of the web", "leave it out"),
    ("robots", "the robots.txt of the site forbids it, or the server cannot say", "save the page in a browser and give the file"),
    ("unreachable", "the host is not known, or the connection failed", "check the address and try again later"),
    ("fetch_timeout", "the server took too long", "try again later"),
    ("http_status", "the server answered with an error", "see the message"),
    ("too_many_redirects", "an address led on more than 10 times", "check the address in a browser"),
    ("bad_encoding", "what was fetched does not unpack, or is packed as nobody asked", "try again later, or save the page"),
    ("timeout", "reading took more than its time (60 seconds of CPU, 300 in all)", "split the page or leave it out"),
    ("memory", "reading took more than its memory (1,500 MB), or the system had none left", "split the page or leave it out; or give fewer workers"),
    ("crash", "the process that read the page crashed", "leave the page out, and report it with the page"),
    ("internal_error", "reading failed: a defect of dateline", "report it with the page"),
)  # fmt: skip

REJECTION_CODES = tuple(RejectionCode(*row) for row in _ROWS)
"""All codes; `docs/rejections.md` shows them."""
