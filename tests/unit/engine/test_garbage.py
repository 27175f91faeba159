"""How often the collector of cycles looks."""

from __future__ import annotations

import gc

import pytest

from dateline.engine.garbage import collected_seldom


def test_the_collector_looks_seldom_inside_and_as_often_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with collected_seldom():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_the_collector_is_as_before_when_the_work_breaks_off() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyboardInterrupt), collected_seldom():
        raise KeyboardInterrupt
    assert gc.get_threshold() == before
