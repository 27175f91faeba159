"""What happened when."""

from __future__ import annotations

from invented_pages import KARIS, MOYO, event, reading, whole

from dateline.model import Reading, Status
from dateline.stories import compare, timeline

MET = "On 6 May Alar Kuusk met Tendai Moyo."
LATER = "Alar Kuusk will meet Tendai Moyo again on 9 May."


def page(name: str, *acts: tuple[str, str, str | None, Status]) -> Reading:
    title, body = f"News {name}", " ".join(sentence for sentence, *_ in acts)
    events = tuple(
        event(
            whole(title, body),
            sentence,
            trigger,
            "CONSULT",
            (KARIS,),
            (MOYO,),
            lemma="meet",
            date=date,
            status=status,
        )
        for sentence, trigger, date, status in acts
    )
    return reading(name, title, body, published="2024-05-07", events=events)


def test_dated_events_come_in_order_with_their_words() -> None:
    a = page(
        "a",
        (LATER, "meet", "2024-05-09", Status.PLANNED),
        (MET, "met", "2024-05-06", Status.HAPPENED),
    )
    b = page("b", (MET, "met", "2024-05-06", Status.HAPPENED))
    moments = timeline([compare(a, b)], [a, b])
    assert [moment.date for moment in moments] == ["2024-05-06", "2024-05-09"]
    assert [moment.status for moment in moments] == [Status.HAPPENED, Status.PLANNED]
    texts = {r.article.id: r.article.text for r in (a, b)}
    assert [(t.article, t.span.of(texts[t.article])) for t in moments[0].tellings] == [("a", MET), ("b", MET)]


def test_reports_that_date_an_event_differently_give_a_moment_each() -> None:
    a = page("a", (MET, "met", "2024-05-06", Status.HAPPENED))
    b = page("b", (MET, "met", "2024-05-05", Status.HAPPENED))
    moments = timeline([compare(a, b)], [a, b])
    assert [(m.date, [t.article for t in m.tellings]) for m in moments] == [
        ("2024-05-05", ["b"]),
        ("2024-05-06", ["a"]),
    ]


def test_undated_events_are_left_out() -> None:
    a, b = page("a", (MET, "met", None, Status.HAPPENED)), page("b", (MET, "met", None, Status.HAPPENED))
    assert timeline([compare(a, b)], [a, b]) == []
