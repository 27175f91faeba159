"""The steps in their order: pages numbered, copies found, pages grouped, stories told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.engine.adapters.engine import Engine
from dateline.engine.runs.files import Files
from dateline.engine.runs.manifest import Manifest
from dateline.engine.whole import candidates, comparing, grouping, nearness, standing, telling
from dateline.engine.whole.numbering import number_pages
from dateline.engine.whole.setting import PAGES_IN_SHARD, Portion, Setting, Step, do_step, portions_of

Told = Callable[[str], None]
"""Hears what is done next."""


def tell_all(engine: Engine, files: Files, run: str, manifests: Sequence[Manifest], told: Told) -> list[int]:
    """Writes the tables across all units of a run, in shards, whose numbers it gives. A step that was done is not done again.

    Raises:
        RunError: `failed unwritable`.
    """
    setting = Setting(files, f"work/{run}", sum(manifest.readings for manifest in manifests))
    if not setting.pages:
        return []
    portions = portions_of((manifest.name, manifest.readings) for manifest in manifests)
    if not setting.has("kept"):
        told("number pages")
        number_pages(setting, portions)
    blocks = find_copies(engine, setting, portions, told)
    group_pages(engine, setting, portions, told)
    steps, shards = _Steps(engine, setting, portions, told), telling.share_out_stories(setting)
    steps.by_portion(telling.hand_over_readings)
    steps.by_number(telling.hand_over_links, blocks)
    steps.by_number(telling.tell_stories, shards)
    return shards


def find_copies(engine: Engine, setting: Setting, portions: Sequence[Portion], told: Told) -> list[int]:
    """Writes the links between pages that are numbered, in blocks, whose numbers it gives."""
    steps, shards = _Steps(engine, setting, portions, told), range(setting.shards)
    steps.by_portion(standing.hand_over_keys)
    steps.by_number(standing.choose_looked_at, shards)
    steps.by_portion(standing.hand_over_shingles)
    steps.by_number(standing.count_standing, shards)
    standing.keep_standing(setting)
    steps.by_portion(candidates.hand_over_samples)
    steps.by_number(candidates.count_shared, shards)
    by_page = range(-(-setting.pages // PAGES_IN_SHARD))
    steps.by_number(candidates.choose_candidates, by_page)
    blocks = comparing.block_candidates(setting, len(by_page))
    steps.by_portion(comparing.hand_over_articles)
    steps.by_number(comparing.compare_block, blocks)
    return blocks


def group_pages(engine: Engine, setting: Setting, portions: Sequence[Portion], told: Told) -> None:
    """Finds the story of each page that is numbered."""
    steps = _Steps(engine, setting, portions, told)
    steps.by_portion(nearness.hand_over_sketches)
    days = [int(day) for day in np.unique(setting.load("day")[setting.load("kept")])]
    steps.by_number(nearness.find_alike, days)
    blocks = grouping.tie_pages(setting, days)
    steps.by_portion(grouping.hand_over_tied)
    steps.by_number(grouping.hand_over_pairs, days)
    steps.by_number(grouping.group_block, range(blocks))
    grouping.keep_stories(setting, blocks)


@dataclass(frozen=True, slots=True)
class _Steps:
    """Has steps done, one after the other."""

    engine: Engine
    setting: Setting
    portions: Sequence[Portion]
    told: Told

    def by_portion(self, step: Step) -> None:
        do_step(self.engine, self.setting, step, self.portions, Portion, self.told)

    def by_number(self, step: Step, numbers: Sequence[int]) -> None:
        do_step(self.engine, self.setting, step, list(numbers), int, self.told)
