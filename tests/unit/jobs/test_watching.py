"""A watch follows feeds on a real server: what is new comes in once, what fails is tried again, and nobody is held up."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from sqlalchemy import event

from dateline.jobs import feeds, given_up, retry, unfollow
from dateline.jobs.told import Busy, ClockBack, FeedFailed, FeedRead, PageFailed, PageRead
from dateline.model import CollectionError
from dateline.store.tables import ARTICLES, JOBS, REJECTIONS, RUN_INPUTS
from dateline.store.writer import sole_writer
from tests.unit.store.sample_pages import rows_of


def titles(collection) -> set[str]:
    return {article.title for article in collection.articles()}


def state(collection):
    (one,) = feeds(collection)
    return one


def test_a_feed_that_grows_gives_each_page_once(collection, stand, clock, watching):
    watch = watching(collection, "post")
    stand.publish("post", 1)
    stand.publish("post", 2, is_whole=True)
    watch.once()
    assert titles(collection) == {"Ferry line 1 to Brask opened", "Ferry line 2 to Lund opened"}
    stand.publish("post", 3)
    clock.forward(minutes=15)
    watch.once()
    assert len(collection.articles()) == 3
    assert [stand.asked(f"/post/{number}") for number in (1, 2, 3)] == [1, 0, 1]
    first, second = watch.told.__self__
    assert (first.entries, first.report.new, second.entries, second.report.new) == (2, 2, 3, 1)
    assert second.again == clock() + timedelta(minutes=15)
    assert (state(collection).title, state(collection).failures) == ("The post", 0)


def test_a_feed_that_is_not_due_is_not_asked(folder_collection, stand, clock, watching):
    stand.publish("post", 1)
    watch = watching(folder_collection, "post")
    watch.once()
    clock.forward(minutes=3)
    watch.once()
    assert stand.asked("/post.xml") == 1


def test_what_the_server_says_is_unchanged_is_not_read_again(folder_collection, stand, clock, watching):
    stand.publish("post", 1)
    stand.print("post", ETag='"one"', Last_Modified="Sun, 01 Mar 2026 10:00:00 GMT")
    watch = watching(folder_collection, "post")
    watch.once()
    stand.site.routes["/post.xml"] = (304, {}, b"")
    clock.forward(minutes=15)
    watch.once()
    _, headers, _ = next(asked for asked in reversed(stand.site.asked) if asked[0] == "/post.xml")
    assert headers["If-None-Match"] == '"one"'
    assert headers["If-Modified-Since"] == "Sun, 01 Mar 2026 10:00:00 GMT"
    last = watch.told.__self__[-1]
    assert isinstance(last, FeedRead) and last.report.inputs == 0
    assert state(folder_collection).failures == 0


def test_an_entry_that_changes_is_a_new_version(collection, stand, clock, watching):
    stand.publish("post", 1)
    stand.publish("post", 2)
    watch = watching(collection, "post")
    watch.once()
    stand.change("post", 1, "closed")
    clock.forward(minutes=15)
    watch.once()
    assert titles(collection) == {"Ferry line 1 to Brask closed", "Ferry line 2 to Lund opened"}
    versions = {row["title"]: row["version"] for row in rows_of(collection, ARTICLES)}
    assert versions["Ferry line 1 to Brask closed"] == 2
    assert watch.told.__self__[-1].report.new_versions == 1


def stalled(handler):
    time.sleep(1.0)


GARBAGE = b"\x00\x01 no feed at all \xff" * 50


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ((500, {}, b"sorry"), "status 500"),
        (stalled, "took too long"),
        ((200, {"Content-Type": "application/rss+xml"}, GARBAGE), "is no feed"),
        ((200, {"Content-Length": "4000"}, b"<rss><channel>"), "could not be fetched"),
        ((301, {"Location": "http://10.0.0.1/feed"}, b""), "no public address"),
        ((200, {}, b""), "is no feed"),
    ],
    ids=["500", "stall", "garbage", "cut", "inside", "nothing"],
)
def test_a_feed_that_fails_for_a_while_comes_back_and_holds_up_no_other(
    folder_collection, stand, clock, watching, trouble, words
):
    stand.publish("good", 1)
    stand.publish("bad", 2)
    stand.site.routes["/bad.xml"] = trouble
    watch = watching(folder_collection, "bad", "good")
    watch.once()
    failed, read = watch.told.__self__
    assert isinstance(failed, FeedFailed) and words in failed.error and "\n" not in failed.error
    assert isinstance(read, FeedRead) and read.report.new == 1
    watch.once()
    assert stand.asked("/bad.xml") == 1, "its pause is not over"
    stand.print("bad")
    clock.shows = failed.again + timedelta(seconds=1)
    watch.once()
    assert len(folder_collection.articles()) == 2
    assert [one.failures for one in feeds(folder_collection)] == [0, 0]


def test_a_feed_is_given_up_for_some_hours_only(folder_collection, stand, clock, watching):
    stand.publish("bad", 1)
    stand.site.routes["/bad.xml"] = (500, {}, b"")
    watch = watching(folder_collection, "bad")
    for _ in range(40):
        watch.once()
        clock.forward(minutes=10)
    (letter,) = given_up(folder_collection)
    assert (letter.kind, letter.address, letter.attempts) == ("feed", stand.address("bad"), 5)
    assert stand.asked("/bad.xml") == 5
    stand.print("bad")
    clock.forward(hours=7)
    watch.once()
    assert len(folder_collection.articles()) == 1
    assert state(folder_collection).failures == 0


def test_of_a_page_that_cannot_be_had_the_summary_is_read_and_the_page_later(
    collection, stand, clock, watching
):
    stand.publish("post", 1)
    page = stand.site.routes.pop("/post/1")
    watch = watching(collection, "post")
    watch.once()
    (article,) = rows_of(collection, ARTICLES)
    assert article["version"] == 1
    assert [row["code"] for row in rows_of(collection, REJECTIONS)] == ["http_status"]
    stand.site.routes["/post/1"] = page
    clock.forward(minutes=2)
    watch.once()
    assert isinstance(watch.told.__self__[-1], PageRead)
    assert [row["version"] for row in rows_of(collection, ARTICLES)] == [1, 2]


def test_a_page_that_never_comes_is_given_up_and_may_be_tried_again(
    folder_collection, stand, clock, watching
):
    stand.publish("post", 1)
    page = stand.site.routes.pop("/post/1")
    watch = watching(folder_collection, "post")
    for _ in range(20):
        watch.once()
        clock.forward(minutes=30)
    (letter,) = given_up(folder_collection)
    assert (letter.kind, letter.address, letter.feed, letter.attempts) == (
        "page",
        f"{stand.site.url}/post/1",
        stand.address("post"),
        5,
    )
    assert "status 404" in letter.error and stand.asked("/post/1") == 6
    assert [n for n in watch.told.__self__ if isinstance(n, PageFailed)][-1].again is None
    stand.site.routes["/post/1"] = page
    assert retry(folder_collection, letter.id)
    watch.once()
    assert not given_up(folder_collection)
    assert [row["version"] for row in rows_of(folder_collection, ARTICLES)] == [1, 2]


def test_a_job_for_a_page_goes_when_its_article_is_taken_back(collection, stand, clock, watching):
    stand.publish("post", 1)
    page = stand.site.routes.pop("/post/1")
    watch = watching(collection, "post")
    watch.once()
    collection.forget(address=f"{stand.site.url}/post/1?utm_source=feed")
    assert not any("/post/1" in str(row) for row in rows_of(collection, JOBS))
    stand.site.routes["/post/1"] = page
    clock.forward(hours=2)
    watch.once()
    assert len(collection.articles()) == 0


def test_what_is_beyond_the_limit_comes_in_the_next_round(folder_collection, stand, clock, watching):
    for number in range(1, 6):
        stand.publish("post", number)
    stand.print("post", ETag='"one"')
    watch = watching(folder_collection, "post", limit=2)
    for count in (2, 4, 5):
        watch.once()
        assert len(folder_collection.articles()) == count
        clock.forward(minutes=15)
    watch.once()
    asked = [headers.get("If-None-Match") for path, headers, _ in stand.site.asked if path == "/post.xml"]
    assert asked == [None, None, None, '"one"']


def test_a_server_whose_pages_stall_is_left_alone_till_the_next_round(
    folder_collection, stand, clock, watching
):
    for number in range(1, 9):
        stand.publish("post", number)
        stand.site.routes[f"/post/{number}"] = stalled
    watch = watching(folder_collection, "post")
    began = time.monotonic()
    watch.once()
    assert time.monotonic() - began < 6
    assert sum(path.startswith("/post/") for path in stand.site.paths) == 3


def test_what_robots_forbids_is_not_fetched(folder_collection, stand, watching):
    stand.publish("post", 1)
    stand.site.page("/robots.txt", b"User-agent: *\nDisallow: /post.xml\n")
    watch = watching(folder_collection, "post")
    watch.once()
    assert "robots.txt" in watch.told.__self__[0].error
    assert stand.asked("/post.xml") == 0


def test_of_a_page_that_robots_forbids_the_summary_is_read_and_that_is_all(
    folder_collection, stand, clock, watching
):
    stand.publish("post", 1)
    stand.site.page("/robots.txt", b"User-agent: *\nDisallow: /post/\n")
    watch = watching(folder_collection, "post")
    watch.once()
    assert [row["code"] for row in rows_of(folder_collection, REJECTIONS)] == ["robots"]
    assert len(folder_collection.articles()) == 1
    assert {row["kind"] for row in rows_of(folder_collection, JOBS)} == {"feed"}


def test_a_second_watch_is_told_so_in_one_line(collection, stand, watching):
    first, second = watching(collection, "post"), watching(collection)
    with first._alone(), pytest.raises(CollectionError) as refused:
        second.once()
    assert refused.value.code == "locked"
    assert "another process follows its feeds" in str(refused.value) and "\n" not in str(refused.value)


def test_while_somebody_else_writes_a_job_waits_and_is_not_lost(folder_collection, stand, watching):
    stand.publish("post", 1)
    watch = watching(folder_collection, "post")
    with sole_writer(folder_collection.holdings.database), pytest.raises(CollectionError, match="writes"):
        watch.once()
    watch.once()
    assert len(folder_collection.articles()) == 1
    assert state(folder_collection).failures == 0


def test_a_feed_that_becomes_an_empty_list_forgets_no_entry(folder_collection, stand, clock, watching):
    stand.publish("post", 1)
    full = stand.site.routes["/post.xml"]
    watch = watching(folder_collection, "post")
    watch.once()
    stand.site.page("/post.xml", b"<rss><channel><title>The post</title></channel></rss>")
    clock.forward(minutes=15)
    watch.once()
    stand.site.routes["/post.xml"] = full
    clock.forward(minutes=15)
    watch.once()
    assert stand.asked("/post/1") == 1
    assert state(folder_collection).failures == 0


def test_another_process_may_add_between_two_feeds(folder_collection, stand, watching):
    stand.publish("post", 1)
    stand.publish("times", 2)
    watch = watching(folder_collection, "post", "times")
    heard, counts = watch.told, []

    def add_something(news):
        heard(news)
        page = f"Report {len(counts)}\n\nThe mayor of Osthaven, Ole Rand, met Tilda Horn on Tuesday.\n"
        counts.append(folder_collection.add([page], workers=0, tier="fast").new)

    watch.told = add_something
    watch.once()
    assert counts == [1, 1] and len(folder_collection.articles()) == 4


def test_forever_ends_when_somebody_asks(folder_collection, stand, watching):
    for number in range(1, 4):
        stand.publish("post", number)
    watch = watching(folder_collection, "post")
    heard = watch.told
    watch.told = lambda news: (heard(news), watch.stop.ask())
    watch.forever()
    assert len(folder_collection.articles()) == 3


def test_who_is_stopped_on_the_way_goes_on_from_there(folder_collection, stand, clock, watching):
    for number in range(1, 6):
        stand.publish("post", number)
    watch = watching(folder_collection, "post")
    answer = stand.site.routes["/post/3"]

    def stop_and_answer(handler):
        watch.stop.ask()
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(answer[2])
        handler.close_connection = True

    stand.site.routes["/post/3"] = stop_and_answer
    watch.forever()
    assert watch.told.__self__[-1].again is None
    again = watching(folder_collection)
    again.once()
    assert len(folder_collection.articles()) == 5


def test_a_feed_that_is_dropped_is_asked_no_more_and_keeps_its_articles(
    folder_collection, stand, clock, watching
):
    stand.publish("post", 1)
    watch = watching(folder_collection, "post")
    watch.once()
    assert unfollow(folder_collection, stand.address("post"))
    assert not unfollow(folder_collection, stand.address("post"))
    clock.forward(days=1)
    watch.once()
    assert stand.asked("/post.xml") == 1 and len(folder_collection.articles()) == 1
    watching(folder_collection, "post").once()
    assert stand.asked("/post.xml") == 2


def test_a_clock_that_jumps_neither_stops_the_watch_nor_floods_the_site(collection, stand, clock, watching):
    stand.publish("post", 1)
    stand.publish("bad", 1)
    stand.site.routes["/bad.xml"] = (500, {}, b"")
    watch = watching(collection, "post", "bad")
    for jump in ({"hours": -3}, {"days": 800}, {"days": -800}, {"minutes": 90}):
        watch.once()
        clock.forward(**jump)
    before = stand.asked("/post.xml")
    assert before <= 4
    for _ in range(24):
        watch.once()
        clock.forward(minutes=5)
    assert 7 <= stand.asked("/post.xml") - before <= 9, "a feed every 15 minutes, two hours long"
    assert stand.asked("/bad.xml") <= 9
    assert any(isinstance(news, ClockBack) for news in watch.told.__self__)


def test_when_the_disk_is_full_one_line_says_so_and_nothing_is_lost(
    folder_collection, stand, clock, watching
):
    for number in range(1, 7):
        stand.publish("post", number)
    watch = watching(folder_collection, "post")
    engine = folder_collection.holdings.database.engine
    with folder_collection.holdings.database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

    def small(connection, _):
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    engine.dispose()
    event.listen(engine, "connect", small)
    with pytest.raises(CollectionError) as full:
        watch.once()
    assert full.value.code == "disk_full" and "\n" not in str(full.value)
    event.remove(engine, "connect", small)
    engine.dispose()
    watch.once()
    assert len(folder_collection.articles()) == 6
    assert not any(isinstance(news, FeedFailed | Busy) for news in watch.told.__self__)
    assert sum(row["outcome"] == "read" for row in rows_of(folder_collection, RUN_INPUTS) if row) == 6
