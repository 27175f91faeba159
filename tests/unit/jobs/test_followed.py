"""What came in for alerts, as the list of stories tells it."""

from __future__ import annotations

import pytest

from dateline.jobs.alerting import AlertError, AlertRun, Wish, add_alert, followed
from dateline.store.queries.filters import Filters
from tests.unit.store.sample_pages import page

TALKS = page("Talks", "Kenya met Uganda in Nairobi on Tuesday.", url="https://a.example/1")
STRIKE = page("A strike", "Malawi sanctioned Zambia on Tuesday.", url="https://a.example/2")
AGAIN = page("More talks", "Kenya met Tanzania in Arusha on Tuesday.", url="https://a.example/3")


def test_stories_that_came_in_since_are_counted(folder_collection):
    folder_collection.add([TALKS])
    add_alert(folder_collection, "Kenya", Wish("", [], Filters(actor=["KEN"]), on_pages=True))
    assert [(one.name, one.new) for one in followed(folder_collection)] == [("Kenya", 0)]
    folder_collection.add([STRIKE, AGAIN])
    (one,) = followed(folder_collection)
    assert (one.new, one.filters) == (1, {"actor": ["KEN"]})


def test_an_alert_that_tells_nobody_stays_new_when_alerts_are_sent(folder_collection):
    add_alert(folder_collection, "Kenya", Wish("", [], Filters(actor=["KEN"]), on_pages=True))
    folder_collection.add([TALKS])
    AlertRun(folder_collection).once()
    assert followed(folder_collection)[0].new == 1


def test_without_the_pages_an_alert_must_tell_somebody(folder_collection):
    with pytest.raises(AlertError, match="tells nobody"):
        add_alert(folder_collection, "Kenya", Wish("", [], Filters(actor=["KEN"])))
