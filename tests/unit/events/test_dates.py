"""Time expressions resolve against the page's date, at the precision that the words have."""

import datetime

import pytest

from dateline import code_events
from dateline.events.dates import find_times, resolve_time
from dateline.language import installed_model

FRIDAY = datetime.date(2024, 3, 8)


def resolve(
    text: str, *, published: datetime.date | None = FRIDAY, is_future: bool = False
) -> list[str | None]:
    dates = (resolve_time(t, published, is_future=is_future) for t in find_times(text, 0, len(text)))
    return [d.value if d else None for d in dates]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 4 May 2023", "2023-05-04"),
        ("on May 4, 2023", "2023-05-04"),
        ("on Sept. 14, 2022", "2022-09-14"),
        ("in January 2020", "2020-01"),
        ("in 2019", "2019"),
        ("on Wednesday", "2024-03-06"),
        ("yesterday", "2024-03-07"),
        ("last week", "2024-02-26/2024-03-03"),
        ("last month", "2024-02"),
        ("on 12 December", "2023-12-12"),
    ],
)
def test_past(text: str, value: str) -> None:
    assert resolve(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("on Wednesday", "2024-03-13"), ("on 2 April", "2024-04-02"), ("tomorrow", "2024-03-09")],
)
def test_future(text: str, value: str) -> None:
    assert resolve(text, is_future=True) == [value]


def test_a_weekday_on_an_undated_page_stays_unresolved() -> None:
    assert resolve("on Wednesday", published=None) == [None]
    assert resolve("on 4 May 2023", published=None) == ["2023-05-04"]


def test_impossible_days_are_no_dates() -> None:
    assert resolve("on 31 February 2024") == [None]


@pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")
def test_a_day_that_stands_before_another_noun_is_not_the_day_of_the_act() -> None:
    (event,) = code_events(
        "Maltese lawmakers were pushing for a delay of the June 19 vote.", published="2014-06-11"
    )
    assert (event.status, event.date) == ("happened", None)
