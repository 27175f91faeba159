"""Pages for tests that change something, or that try to run something in the browser."""

from __future__ import annotations

from dateline.model import RawPage

_SCRIPT = "<script>alert(1)</script>"

VISIT = """\
Chinese president visits Kazakhstan

By Tilda Horn
14 September 2022

Chinese President Xi Jinping met Kazakh President Kassym-Jomart Tokayev on Wednesday.

"We will always stand by Kazakhstan," Xi said.

Tokayev will visit Beijing in May. Russia threatened Ukraine on Monday.
"""


def visit(words: str = VISIT) -> RawPage:
    """A page of an outlet, at one address whatever its words."""
    return RawPage(
        words, "visit", "https://courier.example/2022/09/14/visit", "2022-09-14", "Harbour Courier"
    )


def hostile() -> RawPage:
    """A page whose title, byline, outlet, address and names are written to be run."""
    words = (
        f"Xi Jinping {_SCRIPT} met Vladimir Putin\n\nBy {_SCRIPT} Horn\n\n"
        f'Chinese President Xi Jinping met Vladimir Putin on Monday. "{_SCRIPT} I agree," said Ole <img src=x onerror=alert(1)> Rand.\n'
    )
    return RawPage(words, "hostile", "javascript:alert(1)//x", "2022-09-14", f'=HYPERLINK("x") {_SCRIPT}')


def russian() -> RawPage:
    """A page in a language without a parser."""
    words = "Переговоры в Минске\n\n15 сентября 2022\n\n«Мы готовы продолжать переговоры», — сказал Владимир Путин.\n"
    return RawPage(words, "russian", "https://gazeta.example/минск", None, "Жибек Жолы")
