"""What is new for an alert is told once: reached, retried, given up, gathered, and never of a page that was taken back."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from dateline.jobs.alerting import (
    AlertRun,
    Digest,
    Wish,
    add_alert,
    alerts,
    remove_alert,
    send_again,
    send_sample,
    undelivered,
)
from dateline.jobs.alerting.told import Found, SendFailed, Sent
from dateline.jobs.following import given_up
from dateline.model import CollectionError, DatelineError
from dateline.store.queries.filters import Filters
from dateline.store.tables import ALERT_MATCHES, JOBS
from tests.unit.jobs.alerting.receivers import free_port
from tests.unit.store.sample_pages import PAGES, rows_of

MARKET, WATER, BALI = PAGES[0:5], PAGES[9:13], PAGES[20:24]
TO_ME = "mailto:me@example.org"


def headlines(message):
    return [(story["change"], story["independent"]) for story in message["stories"]]


def kinds(news):
    return [type(one).__name__ for one in news]


def test_what_comes_in_after_it_was_made_is_told_once(collection, hook, round):
    collection.add(BALI[:1])
    add_alert(collection, "all", Wish("type:CONSULT OR market", [hook.url]))
    assert round(collection) == []
    collection.add(MARKET[:1])
    assert kinds(round(collection)) == ["Found", "Sent"]
    assert round(collection) == []
    (message,) = hook.messages
    (story,) = message["stories"]
    assert (message["alert"], message["kind"], story["change"], story["reports"]) == (
        "all",
        "at-once",
        "new",
        1,
    )
    assert hook.is_signed(0)
    (page,) = story["pages"]
    assert page["link"] == "https://harbour-courier.example/2024/06/03/market"
    text = collection.reading(page["article"]).article.text
    for event in story["events"]:
        assert event["words"] in " ".join(text.split())
        assert event["status"] in {"happened", "planned", "denied", "hypothetical"}


def test_what_is_there_is_told_too_where_it_is_asked_for(folder_collection, hook, round):
    folder_collection.add(BALI[:1])
    add_alert(folder_collection, "all", Wish("type:CONSULT", [hook.url], with_present=True))
    round(folder_collection)
    assert len(hook.messages) == 1


def test_a_story_with_another_independent_report_is_an_update_and_one_more_copy_is_none(
    folder_collection, hook, round
):
    add_alert(folder_collection, "water", Wish("water", [hook.url]))
    add_alert(folder_collection, "new only", Wish("water", [f"{hook.url}/new"], with_updates=False))
    told = []
    for page in WATER:
        folder_collection.add([page])
        before = len(hook.got)
        round(folder_collection)
        (story,) = folder_collection.stories()
        told.append((story.independent, [headlines(message) for message in hook.messages[before:]]))
    assert told[0] == (1, [[("new", 1)], [("new", 1)]])
    for (before, _), (now, messages) in pairwise(told):
        assert messages == ([[("update", now)]] if now > before else [])
    assert told[-1][0] == 2


def test_a_query_that_no_page_of_a_report_matches_is_not_told(folder_collection, hook, round):
    add_alert(folder_collection, "none", Wish("status:planned type:AID zebra", [hook.url]))
    folder_collection.add(MARKET[:2])
    assert round(folder_collection) == [] and hook.got == []


def test_filters_ask_for_a_report_on_a_matching_page(folder_collection, hook, round):
    asked = Filters(source=["Linus Orrey"], root=["consult"], status=["planned"])
    add_alert(folder_collection, "flights", Wish("", [hook.url], asked))
    add_alert(folder_collection, "nobody", Wish("", [hook.url], Filters(source=["Xi Jinping"])))
    folder_collection.add(MARKET)
    round(folder_collection)
    ((event, *rest),) = [story["events"] for (story,) in [m["stories"] for m in hook.messages]]
    assert {(e["root"], e["status"], *e["source"]) for e in (event, *rest)} == {
        ("CONSULT", "planned", "Linus Orrey")
    }


def test_a_state_is_meant_by_its_code(folder_collection):
    folder_collection.add(BALI)
    assert folder_collection.search("actor:CHN").matched == folder_collection.search("actor:Q148").matched > 0


def test_a_receiver_that_is_down_gets_it_once_when_it_is_up(collection, hook, mailbox, round, clock):
    add_alert(collection, "market", Wish("market", [hook.url, TO_ME]))
    collection.add(MARKET[:1])
    hook.status, mailbox.reply = 503, "451 later"
    news = round(collection)
    assert kinds(news) == ["Found", "SendFailed", "SendFailed"]
    assert "status 503" in news[1].error and "status 451: later" in news[2].error
    assert round(collection) == []  # not before its time
    assert (alerts(collection)[0].waiting, alerts(collection)[0].sent) == (2, None)
    hook.status, mailbox.reply = 200, None
    clock.forward(minutes=2)
    assert kinds(round(collection)) == ["Sent", "Sent"]
    clock.forward(days=1)
    assert round(collection) == []
    assert len(mailbox.mails) == 1 and len(hook.got) == 2 and len(set(hook.ids)) == 1
    assert (alerts(collection)[0].waiting, alerts(collection)[0].sent) == (0, "2026-03-01T12:02:00Z")


def test_a_message_that_nobody_takes_is_given_up_until_somebody_asks_for_it(
    folder_collection, hook, round, clock
):
    add_alert(folder_collection, "market", Wish("market", [hook.url]))
    folder_collection.add(MARKET[:1])
    hook.status = 500
    for _ in range(5):
        news = round(folder_collection)
        clock.forward(hours=3)
    assert isinstance(news[-1], SendFailed) and news[-1].again is None
    assert round(folder_collection) == []
    (letter,) = undelivered(folder_collection)
    assert (letter.alert, letter.to, letter.attempts) == ("market", hook.url, 5)
    assert alerts(folder_collection)[0].dead == 1
    assert given_up(folder_collection) == []  # those who follow feeds see nothing of it
    hook.status = 200
    assert send_again(folder_collection, letter.id) and not send_again(folder_collection, letter.id)
    assert kinds(round(folder_collection)) == ["Sent"]
    assert len(set(hook.ids)) == 1


def test_two_alerts_on_one_page_tell_it_each(folder_collection, hook, mailbox, round):
    add_alert(folder_collection, "one", Wish("market", [hook.url]))
    add_alert(folder_collection, "two", Wish("rockets", [TO_ME]))
    folder_collection.add(MARKET[:1])
    round(folder_collection)
    assert [message["alert"] for message in hook.messages] == ["one"]
    (subject,) = mailbox.subjects
    assert subject.startswith("[dateline] two: ")


def test_one_receiver_that_is_down_does_not_hold_up_or_double_the_other(
    folder_collection, hook, round, clock
):
    down = f"http://127.0.0.1:{free_port()}/"
    add_alert(folder_collection, "market", Wish("market", [down, hook.url]))
    folder_collection.add(MARKET[:1])
    assert kinds(round(folder_collection)) == ["Found", "SendFailed", "Sent"]
    clock.forward(minutes=2)
    assert kinds(round(folder_collection)) == ["SendFailed"]
    assert len(hook.got) == 1


def test_a_digest_comes_once_a_day_with_what_is_related_and_most_covered(
    folder_collection, hook, round, clock
):
    wish = Wish("market OR type:CONSULT", [hook.url], digest=Digest.DAILY, hour="06:00")
    add_alert(folder_collection, "daily", wish, clock=clock)
    folder_collection.add(MARKET)
    assert round(folder_collection) == []
    folder_collection.add(BALI)
    clock.forward(hours=17)
    assert round(folder_collection) == []
    clock.forward(hours=1)
    round(folder_collection)
    (message,) = hook.messages
    assert message["kind"] == "daily" and len(message["stories"]) == 2
    assert [row["independent"] for row in message["most_covered"]] == [5, 4]
    assert alerts(folder_collection)[0].next == "2026-03-03T06:00:00Z"
    clock.forward(days=2)
    assert round(folder_collection) == [] and len(hook.got) == 1


def test_a_digest_that_was_missed_comes_with_the_next_round(folder_collection, hook, round, clock):
    add_alert(folder_collection, "daily", Wish("market", [hook.url], digest=Digest.DAILY), clock=clock)
    folder_collection.add(MARKET[:1])
    clock.forward(days=4)
    round(folder_collection)
    assert len(hook.got) == 1 and alerts(folder_collection)[0].next == "2026-03-06T06:00:00Z"


def test_a_page_that_was_taken_back_is_in_no_later_message(collection, hook, round, clock):
    add_alert(collection, "bali", Wish("summit", [hook.url]))
    collection.add([*BALI[:2], *MARKET[:1]])
    hook.status = 503
    round(collection)
    (first,) = hook.messages
    (bali,) = first["stories"]
    gone, kept = [page["article"] for page in bali["pages"]]
    collection.forget(article=gone)
    hook.status = 200
    clock.forward(minutes=2)
    round(collection)
    second = hook.got[-1][1].decode()
    assert gone not in second and kept in second
    assert hook.messages[-1]["stories"][0]["reports"] == 1
    assert len(rows_of(collection, ALERT_MATCHES)) == 1


def test_a_message_of_which_nothing_is_left_is_not_sent(folder_collection, hook, round, clock):
    add_alert(folder_collection, "bali", Wish("summit", [hook.url]))
    folder_collection.add(BALI[:1])
    hook.status = 503
    round(folder_collection)
    (page,) = hook.messages[0]["stories"][0]["pages"]
    folder_collection.forget(article=page["article"])
    clock.forward(minutes=2)
    assert round(folder_collection) == [] and len(hook.got) == 1
    assert rows_of(folder_collection, ALERT_MATCHES) == [] and undelivered(folder_collection) == []
    folder_collection.add(MARKET[:1])  # it gets the arrival of the page that went
    add_alert(folder_collection, "market", Wish("market", [hook.url]))
    assert round(folder_collection) == []


def test_a_page_that_comes_after_the_newest_was_taken_back_is_told(folder_collection, hook, round):
    add_alert(folder_collection, "market", Wish("market OR summit", [hook.url]))
    folder_collection.add(BALI[:1])
    round(folder_collection)
    folder_collection.forget(article=hook.messages[0]["stories"][0]["pages"][0]["article"])
    folder_collection.add(MARKET[:1])
    round(folder_collection)
    assert len(hook.got) == 2 and len(set(hook.ids)) == 2


def test_what_waits_holds_no_word_of_a_page(folder_collection, hook, round):
    add_alert(folder_collection, "bali", Wish("summit", [hook.url]))
    folder_collection.add(BALI[:1])
    hook.status = 503
    round(folder_collection)
    (job,) = rows_of(folder_collection, JOBS)
    (page,) = hook.messages[0]["stories"][0]["pages"]
    assert page["article"] not in job["payload"] and page["title"] not in repr(job)


def test_more_stories_than_a_message_holds_become_several(folder_collection, hook, round, monkeypatch):
    monkeypatch.setattr("dateline.jobs.alerting.matching._MOST_STORIES", 1)
    add_alert(folder_collection, "all", Wish("market OR summit", [hook.url]))
    folder_collection.add([*MARKET[:1], *BALI[:1]])
    round(folder_collection)
    assert len(hook.got) == len(set(hook.ids)) == 2
    assert len({message["stories"][0]["id"] for message in hook.messages}) == 2


def test_an_alert_that_is_removed_sends_nothing_more(folder_collection, hook, round, clock):
    add_alert(folder_collection, "bali", Wish("summit", [hook.url]))
    folder_collection.add(BALI[:1])
    hook.status = 503
    round(folder_collection)
    assert remove_alert(folder_collection, "bali") and not remove_alert(folder_collection, "bali")
    clock.forward(minutes=2)
    assert round(folder_collection) == [] and alerts(folder_collection) == []
    assert rows_of(folder_collection, JOBS) == rows_of(folder_collection, ALERT_MATCHES) == []


def test_a_sample_is_sent_and_counts_as_nothing(folder_collection, hook, mailbox, round):
    folder_collection.add(MARKET[:1])
    add_alert(folder_collection, "market", Wish("market", [hook.url, TO_ME], with_present=True))
    message = send_sample(folder_collection, "market")
    assert message.kind == hook.messages[0]["kind"] == "test" and len(message.stories) == 1
    assert mailbox.subjects[0].startswith("[dateline] test of market: ")
    assert kinds(round(folder_collection)) == ["Found", "Sent", "Sent"]


def test_it_goes_on_until_somebody_asks_to_stop_and_sends_what_is_due_between(folder_collection, hook, clock):
    add_alert(folder_collection, "market", Wish("market", [hook.url]))
    folder_collection.add(MARKET[:1])
    hook.status, news = 503, []

    class Stop:
        is_asked = False

        def wait(self, seconds):
            assert 40 < seconds < 80 or news[-1:] == [Sent("market", hook.url, 1)]
            hook.status = 200
            clock.shows += timedelta(seconds=seconds)
            self.is_asked = len(hook.got) == 2

    AlertRun(folder_collection, clock=clock, told=news.append, stop=Stop()).forever()
    assert kinds(news) == ["Found", "SendFailed", "Sent"] and news[0] == Found("market", 1)


def test_an_alert_that_was_added_meanwhile_and_lacks_a_setting_ends_no_run(
    folder_collection, hook, clock, monkeypatch
):
    monkeypatch.delenv("DATELINE_SMTP_HOST", raising=False)
    add_alert(folder_collection, "market", Wish("market", [hook.url]))
    news = []

    class Stop:
        is_asked = False

        def wait(self, seconds):
            self.is_asked = "Sent" in kinds(news)
            if not news:
                add_alert(folder_collection, "mail", Wish("market", [TO_ME]))
                folder_collection.add(MARKET[:1])

    AlertRun(folder_collection, clock=clock, told=news.append, stop=Stop()).forever()
    assert kinds(news) == ["NotReady", "Found", "Sent"]
    assert "DATELINE_SMTP_HOST is not set" in news[0].error


def test_a_program_that_is_gone_fails_by_itself(folder_collection, hook, round, tmp_path):
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    add_alert(folder_collection, "market", Wish("market", [f"command:{program}", hook.url]))
    folder_collection.add(MARKET[:1])
    program.unlink()
    news = round(folder_collection)
    assert kinds(news) == ["Found", "SendFailed", "Sent"] and "is not there" in news[1].error


def test_a_clock_that_goes_back_brings_a_digest_back_with_it(folder_collection, hook, round, clock):
    wish = Wish("market", [hook.url], digest=Digest.DAILY)
    add_alert(folder_collection, "daily", wish, clock=clock)
    round(folder_collection)
    clock.forward(days=-10)
    folder_collection.add(MARKET[:1])
    assert kinds(round(folder_collection)) == ["ClockBack"]
    assert alerts(folder_collection)[0].next == "2026-02-20T06:00:00Z"


def test_a_second_process_that_sends_is_told_so(folder_collection, hook, read_once):
    from dateline.store import open_collection

    add_alert(folder_collection, "market", Wish("market", [hook.url]))
    one, heard = AlertRun(folder_collection), []
    with (
        one._alone(),
        open_collection(folder_collection.place, read_many=read_once) as other,
        pytest.raises(CollectionError) as refused,
    ):
        AlertRun(other, told=heard.append).once()
    assert "another process sends its alerts" in str(refused.value)


@pytest.mark.parametrize(
    ("name", "wish", "told"),
    [
        ("a", Wish("", ["mailto:me@example.org"]), "asks for nothing"),
        ("a", Wish("market", []), "tells nobody: give --to"),
        ("a\nb", Wish("market", ["mailto:me@example.org"]), "no name for an alert"),
        ("a", Wish('"market', ["mailto:me@example.org"]), "quotation mark"),
        ("a", Wish("x", ["mailto:me@example.org"], Filters(status=["maybe"])), "maybe"),
        ("a", Wish("x", ["mailto:me@example.org"], digest=Digest.DAILY, hour="6am"), "'6am' is no hour"),
    ],
)
def test_a_wish_that_makes_no_sense_is_told_in_one_line(folder_collection, name, wish, told):
    with pytest.raises(DatelineError) as refused:
        add_alert(folder_collection, name, wish)
    assert told in str(refused.value) and "\n" not in str(refused.value)
    assert alerts(folder_collection) == []


def test_two_alerts_have_two_names(folder_collection, hook):
    add_alert(folder_collection, "market", Wish("market", [hook.url]))
    with pytest.raises(DatelineError, match="already"):
        add_alert(folder_collection, "market", Wish("summit", [hook.url]))


def test_the_words_of_an_event_are_those_of_a_report_that_says_the_same(folder_collection, hook, round):
    add_alert(folder_collection, "market", Wish("market", [hook.url], Filters(root=["CONSULT"])))
    folder_collection.add(MARKET)
    round(folder_collection)
    reports = list(folder_collection.reports())
    for event in hook.messages[0]["stories"][0]["events"]:
        told = [one for one in reports if one.event == event["id"]]
        if any(one.status == event["status"] and one.root == event["root"] for one in told):
            text = folder_collection.reading(event["article"]).article.text
            said = [
                one.status for one in told
                if one.article == event["article"]
                and " ".join(text[one.evidence_start : one.evidence_end].split()) == event["words"]
            ]  # fmt: skip
            assert event["status"] in said
