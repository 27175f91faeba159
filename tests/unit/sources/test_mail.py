"""Mails: which part is read, and what the headers say of it."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from dateline.article import read_article
from dateline.model import BlockKind, InputError, RawPage
from dateline.sources import page_of

SENT = dt.datetime(2024, 3, 6, 7, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
REPORT = (
    "Crews of the island ferries walked out on Monday after the harbour company refused to pay extra for night "
    "shifts, the union said. Eleven sailings were cancelled before noon, and the town opened its hall to those who waited."
)
LETTER = f"""<html><head><style>td {{ color: #333 }}</style></head><body>
<div style="display:none;max-height:0">Ferries stand still in Port Ambrel today</div>
<table width="100%"><tr><td align="center"><table width="600">
<tr><td><a href="https://click.example/1">View in browser</a></td></tr>
<tr><td style="font-size:28px">Ferry crews walk out over night shifts</td></tr>
<tr><td>{REPORT}<br><br>"We were promised an answer in March and we have none," said Hanne Solvik, who leads the union. She said
that the strike would go on until Thursday.<br><br>The company said that talks would resume on Wednesday in the town hall, with a
mediator from the transport ministry.</td></tr>
<tr><td><a href="https://click.example/2">Unsubscribe</a></td></tr>
</table></td></tr></table><img src="https://t.example/open.gif" width="1" height="1"></body></html>"""


def mail(
    subject: str = "Ferry crews walk out over night shifts", text: str = "Read it on our site."
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"The Ambrel Post" <letter@post.example>'
    message["To"] = "reader@home.example"
    message["Subject"] = subject
    message["Date"] = format_datetime(SENT)
    message["Message-ID"] = "<1@post.example>"
    message.set_content(text)
    return message


def newsletter() -> EmailMessage:
    message = mail()
    message.add_alternative(LETTER, subtype="html")
    return message


def text_of(page: RawPage) -> str:
    assert isinstance(page.content, str)
    return page.content


def test_a_newsletter_is_read_in_html_with_what_its_headers_say() -> None:
    page = page_of(newsletter().as_bytes())
    assert "<title>Ferry crews walk out over night shifts</title>" in text_of(page)
    assert (page.published, page.outlet) == ("2024-03-06T07:30:00+02:00", "The Ambrel Post")
    assert page.place == "part 2 (text/html)"
    given = page_of(newsletter().as_bytes(), published="2024-03-05", outlet="Ambrel Weekly")
    assert (given.published, given.outlet) == ("2024-03-05", "Ambrel Weekly")


def test_a_newsletter_laid_out_in_tables_has_a_body() -> None:
    article = read_article(page_of(newsletter().as_bytes()))
    body = " ".join(article.text[start:end] for start, end in article.spans_of(BlockKind.BODY))
    assert article.title == "Ferry crews walk out over night shifts"
    assert article.published is not None
    assert (article.published.value, article.published.source) == ("2024-03-06T07:30:00+02:00", "given")
    assert REPORT in body
    assert "said Hanne Solvik" in body
    assert "stand still" not in article.text
    assert "Unsubscribe" not in body
    assert "View in browser" not in body


def test_a_plain_mail_begins_with_its_subject() -> None:
    assert text_of(page_of(mail(text=REPORT).as_bytes())).startswith(
        "Ferry crews walk out over night shifts\n\nCrews of the island"
    )
    for above in ("", "View in browser: https://click.example/1\n\n"):
        text = f"{above}Ferry crews walk out over night shifts\n\n{REPORT}\n"
        assert text_of(page_of(mail(text=text).as_bytes())) == text
    text = f"FERRY CREWS\nwalk out over night shifts\n\n{REPORT}\n"
    assert text_of(page_of(mail(text=text).as_bytes())) == text


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("Wed, 06 Mar 2024 05:30:00 GMT", "2024-03-06T05:30:00+00:00"),
        ("Wed, 06 Mar 2024 05:30:00 -0000", "2024-03-06T05:30:00+00:00"),
        ("last Wednesday", None),
    ],
)
def test_a_mail_was_published_when_it_was_sent(header: str, published: str | None) -> None:
    content = newsletter().as_bytes().replace(format_datetime(SENT).encode(), header.encode())
    assert page_of(content).published == published


@pytest.mark.parametrize("subject", ["Fwd: Crews walk out", "WG: Fwd: Crews walk out", "Crews\r\n walk out"])
def test_a_subject_is_freed_from_what_programs_put_before_it(subject: str) -> None:
    content = (
        mail(text=REPORT).as_bytes().replace(b"Ferry crews walk out over night shifts", subject.encode())
    )
    assert text_of(page_of(content)).startswith("Crews walk out\n")


@pytest.mark.parametrize(
    "raw", [b"=?utf-8?q?F=C3=A4hren?= liegen fest", "Fähren liegen fest".encode()], ids=["encoded", "raw"]
)
def test_a_subject_in_any_letters_is_read(raw: bytes) -> None:
    content = mail(text=REPORT).as_bytes().replace(b"Ferry crews walk out over night shifts", raw)
    assert text_of(page_of(content)).startswith("Fähren liegen fest\n")


def test_wrapped_paragraphs_are_joined_where_the_mail_says_that_it_wraps() -> None:
    lines = "Crews of the ferries \r\nwalked out on Monday.\r\n\r\n From the quay it was seen.\r\n-- \r\nThe Post\r\n"
    flowed = "Crews of the ferries walked out on Monday.\n\nFrom the quay it was seen.\n-- \nThe Post"
    content = mail(text="TEXT").as_bytes().replace(b"\nTEXT\n", b"\n" + lines.encode())
    assert "ferries \r\nwalked" in text_of(page_of(content))
    content = content.replace(b'charset="utf-8"', b'charset="utf-8"; format=flowed')
    assert flowed in text_of(page_of(content))
    content = content.replace(b"format=flowed", b"format=flowed; delsp=yes")
    assert "the ferrieswalked" in text_of(page_of(content))


@pytest.mark.parametrize(
    ("name", "value", "url"),
    [
        ("Archived-At", "<https://lists.example/msg/1>", "https://lists.example/msg/1"),
        ("List-Post", "<https://ambrel.example/p/ferries>", "https://ambrel.example/p/ferries"),
        ("List-Post", "<mailto:list@lists.example>", None),
    ],
)
def test_an_address_comes_from_the_headers(name: str, value: str, url: str | None) -> None:
    message = newsletter()
    message[name] = value
    assert page_of(message.as_bytes()).url == url


def test_attachments_are_not_read() -> None:
    message = newsletter()
    message.add_attachment(
        f"<html><body><p>{REPORT * 20}</p></body></html>", subtype="html", filename="old.html"
    )
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    page = page_of(message.as_bytes())
    assert "View in browser" in text_of(page)
    assert page.place == "part 1.2 (text/html)"


def test_a_newsletter_forwarded_as_a_part_is_read_as_it_was_sent() -> None:
    around = EmailMessage()
    around["From"] = "A Colleague <colleague@home.example>"
    around["Subject"] = "FYI"
    around["Message-ID"] = "<2@home.example>"
    around.set_content("See below.")
    around.add_attachment(newsletter())
    page = page_of(around.as_bytes())
    assert (page.outlet, page.published) == ("The Ambrel Post", "2024-03-06T07:30:00+02:00")
    assert REPORT in text_of(page)


def test_a_text_is_not_taken_for_a_mail() -> None:
    pasted = "From: The Ambrel Post\nDate: 6 March 2024\nSubject: Ferries\n\nCrews walked out on Monday.\n"
    assert page_of(pasted).content == pasted
    assert page_of(pasted).outlet is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (mail(text=" ").as_bytes(), "no_text"),
        (b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: application/pdf\n\nx", "no_text"),
        (b"From a@b.example Mon Mar  4 10:00:00 2024\n" + mail(text=REPORT).as_bytes(), None),
        (
            b"\n".join([b"From a@b.example Mon Mar  4 10:00:00 2024\n" + mail(text=REPORT).as_bytes()] * 2),
            "mailbox",
        ),
        (
            b"MIME-Version: 1.0\n"
            + b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(2000)
            ),
            "damaged_message",
        ),
    ],
)
def test_mails_that_cannot_be_read_are_refused_with_a_reason(content: bytes, code: str | None) -> None:
    if code is None:
        assert REPORT in text_of(page_of(content))
        return
    with pytest.raises(InputError) as error:
        page_of(content)
    assert error.value.code == code
    assert "\n" not in error.value.message
