"""A page's characters, whatever it is labelled as."""

from __future__ import annotations

import codecs

import pytest

from dateline.sources import decode, page_of

PAGE = '<html><head>{}</head><body><p class="story">{}</p></body></html>'
WORDS = {
    "cp1251": "Министр порта сказал, что мост закрыт. Жители недовольны решением властей.",
    "koi8-r": "Министр порта сказал, что мост закрыт. Жители недовольны решением властей.",
    "gb18030": "港口部长星期二说，港口将继续开放。居民们对当局的决定感到不满。",
    "big5": "港口部長星期二說，港口將繼續開放。居民們對當局的決定感到不滿。",
    "shift_jis": "港湾大臣は火曜日、港は開いたままだと述べた。住民は不満だ。",
    "euc_kr": "항만 장관은 화요일 항구가 계속 열려 있을 것이라고 말했다.",
    "cp1256": "قال وزير الموانئ يوم الثلاثاء إن الميناء سيبقى مفتوحا.",
    "cp1253": "Ο υπουργός λιμένων είπε την Τρίτη ότι το λιμάνι θα μείνει ανοιχτό.",
    "cp1250": "Minister portu powiedział we wtorek, że port pozostanie otwarty. Żółć, gęś, źródło.",
    "cp1255": "שר הנמלים אמר ביום שלישי כי הנמל יישאר פתוח.",
    "cp1252": "“It’s open,” said the minister of the port — café, naïve.",
}
LABELS = ("", "<meta charset='{own}'>", "<meta charset='utf-8'>", "<meta charset='iso-8859-1'>")


@pytest.mark.parametrize("label", LABELS, ids=["none", "its own", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("charset", WORDS)
def test_a_page_is_read_whatever_its_label_says(charset: str, label: str) -> None:
    page = PAGE.format(label.format(own=charset), WORDS[charset])
    assert decode(page.encode(charset)) == page


@pytest.mark.parametrize(
    "label", ["windows-1251", "gb2312", "iso-8859-1", "utf-16", "no-such-charset", "zlib_codec"]
)
@pytest.mark.parametrize("charset", WORDS)
def test_utf_8_with_another_label_is_utf_8(charset: str, label: str) -> None:
    page = PAGE.format(f"<meta charset='{label}'>", WORDS[charset])
    assert decode(page.encode()) == page


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
@pytest.mark.parametrize("charset", WORDS)
def test_utf_16_with_a_mark_and_without(charset: str, mark: bytes) -> None:
    page = PAGE.format("<meta charset='utf-8'>", WORDS[charset])
    order = "utf-16-be" if mark == codecs.BOM_UTF16_BE else "utf-16-le"
    assert page_of(mark + page.encode(order)).content == page


def test_a_russian_page_in_another_russian_charset_than_it_says() -> None:
    page = PAGE.format("<meta charset='windows-1251'>", WORDS["koi8-r"])
    assert decode(page.encode("koi8-r")) == page


def test_bytes_that_are_no_characters_cost_only_themselves() -> None:
    page = PAGE.format("", WORDS["gb18030"] * 3).encode()
    read = decode(page[:60] + b"\xff" + page[60:])
    assert read.count("\ufffd") <= 3
    assert "居民们对当局的决定" in read


@pytest.mark.parametrize("odd", ["\x00", "\x01", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe", "\u202e"])
def test_a_single_odd_character_costs_nothing_of_the_page(odd: str) -> None:
    page = PAGE.format("", f"The port{odd} stays open.")
    content = page_of(page.encode()).content
    assert isinstance(content, str)
    assert content == page
