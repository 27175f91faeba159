"""The numbers as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.table import Table

from benchmarks.limits import Limit
from benchmarks.listing import LABELS

SEARCHED = (
    ("tokens_mb_per_second", "tokens with their places, megabytes of text a CPU-second"),
    ("indexed_pages_per_second", "pages into the index a CPU-second"),
    ("kb_a_page", "kilobytes a page of tables and index"),
    ("rare_ms", "a rare word, CPU-milliseconds"),
    ("two_words_ms", "two words"),
    ("phrase_ms", "a phrase of common words"),
    ("prefix_ms", "the beginning of a word"),
    ("common_ms", "a word that stands on every page"),
    ("two_common_ms", "two words that stand on every page"),
    ("common_outlet_ms", "a word on every page, of one outlet"),
    ("common_actor_days_ms", "a word on every page, with actor, event type, status and days"),
    ("common_story_ms", "a word on every page, of one story"),
    ("common_new_ms", "a word on every page, new since the last look"),
    ("newest_ms", "the newest pages"),
    ("common_facets_ms", "a word on every page, with the counts beside it"),
    ("snippets_ms", "snippets of twenty pages"),
    *LABELS,
)

SCREENS = {
    "stories": "the list of stories", "s": "stories", "a": "pages with what was read in them", "events": "the list of events", "e": "events",
    "statements": "statements", "actors": "the list of actors", "actor": "actors", "explore": "Explore", "search": "the search",
    "desk": "the desk", "api": "lists as data",
}  # fmt: skip

ROWS = (
    (
        "chain_ratio_accurate",
        "from HTML to the stored reading: times the pages of spaCy's full pipeline on the same texts",
    ),
    ("chain_ratio_fast", "the same in the fast tier"),
    ("chain_ratio_accurate_stories", "the same, accurate tier, grouped and its story told too"),
    ("chain_ratio_fast_stories", "the same in the fast tier"),
    (
        "chain_ratio_accurate_coded",
        "from HTML to the stored reading, accurate tier; spaCy on headline, body and captions alone",
    ),
    ("chain_ratio_fast_coded", "the same in the fast tier"),
    ("chain_accurate_ms", "accurate tier, CPU-milliseconds a page until it is stored"),
    ("chain_fast_ms", "fast tier"),
    ("chain_accurate_stories_ms", "to group and tell in the accurate tier, more"),
    ("chain_spacy_ms", "spaCy's full pipeline on the same texts"),
    ("chain_spacy_coded_ms", "spaCy's full pipeline on headline, body and captions alone"),
    ("chain_trafilatura_ms", "trafilatura's extraction of the same pages"),
    ("chain_words", "words a page"),
    ("chain_coded_words", "words of headline, body and captions"),
    ("two_workers_to_one", "two workers: times the speed of one, by the clock"),
    ("endurance_peak_mb", "2,000 pages whose words come once, fast tier: peak MB"),
    ("endurance_growth", "the same, peak at the end to that after a tenth"),
    ("ratio_to_spacy", "times as fast as spaCy's full pipeline on the page's whole text (median of rounds)"),
    ("ratio_to_spacy_coded", "the same, spaCy on headline, body and captions alone"),
    ("dateline_pages_per_second", "pages read per CPU-second"),
    ("spacy_pages_per_second", "spaCy: pages per CPU-second"),
    ("dateline_words_per_second", "words read per CPU-second"),
    ("spacy_words_per_second", "spaCy: words per CPU-second"),
    ("dateline_peak_mb", "peak memory over all pages, MB"),
    ("spacy_peak_mb", "spaCy: peak memory, MB"),
    ("cold_wall_seconds", "cold start and first page on the command line, wall seconds (least of the runs)"),
    ("cold_cpu_seconds", "the same, CPU-seconds"),
    ("cold_peak_mb", "the same, peak MB"),
    ("seeds_cpu_seconds", "both seed pages once started, CPU-seconds"),
    ("names_pages_per_second", "names found and looked up, without a parse: pages per CPU-second"),
    ("names_looked_up_pages_per_second", "the same, every name found looked up once more at the page's date"),
    ("scan_pages_per_second", "the bare Aho-Corasick scan over the same sentences, pages per CPU-second"),
    ("names_to_scan", "names found and looked up: times the CPU time of the bare scan"),
    ("names_words_per_second", "names found and looked up: words per CPU-second"),
    ("names_tables_seconds", "first use of the tables: all of them read and indexed, CPU-seconds"),
    ("names_import_seconds", "import of what that needs, CPU-seconds"),
    ("names_peak_mb", "peak memory of tables and name finder alone, MB"),
    ("runs_reading_ms_a_page", "runs over a crawl, fast tier: CPU-milliseconds a page more to read"),
    ("runs_telling_ms_a_page", "the same, to tell stories across all units"),
    ("runs_core_hours_a_million", "the same, both, core-hours a million pages"),
    ("runs_peak_mb", "the same, peak of the largest process, MB"),
    ("runs_peak_growth", "the same, times as much memory for four times the pages"),
    ("copies_signatures_per_second", "copies: words and fingerprints of a page, pages per CPU-second"),
    ("simhash_signatures_per_second", "trafilatura's simhash of the same texts, pages per CPU-second"),
    ("copies_to_simhash", "copies: times as fast as that simhash (median of rounds)"),
    ("copies_words_per_second", "copies: words signed per CPU-second"),
    (
        "copies_first_pages_per_second",
        "a stream through the index of copies, first tenth, pages per CPU-second",
    ),
    ("copies_last_pages_per_second", "the same, last tenth"),
    ("copies_held_pages", "the same, pages held at the end"),
    ("copies_found", "the same, edges found"),
    ("copies_peak_mb", "the same, peak MB"),
    ("copies_kb_a_page", "the same, kilobytes for each page held, its text included"),
    ("grouped_pages_per_second", "stories of 10,000 invented pages, pages per CPU-second"),
    ("grouped_long_pages_per_second", "the same of 60,000, 2,000 a day"),
    ("grouped_long_to_short", "the same, ratio of the longer to the shorter stream"),
    ("grouped_open_pages", "the same, most pages open at once"),
    ("grouped_peak_mb", "the same, peak MB"),
    ("archives_pages_per_second", "a made crawl as a stream of decoded pages: pages per CPU-second"),
    ("fastwarc_records_per_second", "fastwarc: the bytes of the same answers, records per CPU-second"),
    ("archives_to_fastwarc", "pages of a crawl: times the speed of fastwarc's bytes (median of rounds)"),
    ("archives_pages", "the same, pages streamed"),
    ("archives_peak_mb", "the same, peak MB of the process that streams them"),
    (
        "sentences_per_second",
        "sentences that pass the gate, read with their parse: a CPU-second of the whole",
    ),
    ("fast_sentences_per_second", "the same in the fast tier"),
    (
        "frames_to_parse",
        "events in the fast tier, reader and contexts included: times the CPU time of the parse",
    ),
    ("resolved_pages_per_second", "mentions resolved on parsed pages: pages per CPU-second"),
    *((f"search_{number}", f"search in 5,000 pages: {label}") for number, label in SEARCHED),
    ("screens_pages", "addresses of web pages asked for, of 100,000 pages"),
    ("screens_wrong", "of these not answered"),
    ("screens_median_ms", "the first answer, CPU-milliseconds, median"),
    *((f"screens_{screen}_ms", f"the dearest of {label}") for screen, label in SCREENS.items()),
    *((f"large_{number}", f"search in 100,000 pages: {label}") for number, label in SEARCHED),
)


def stations_table(found: Mapping[str, float], fast: Mapping[str, float]) -> Table:
    """CPU-milliseconds a page by station in both tiers, and their share of the whole."""
    table = Table(
        title="Where the time of a page goes, from HTML to the stored reading",
        title_justify="left",
        header_style="bold",
    )
    for column in ("station", "ms a page", "share", "fast tier, ms", "share"):
        table.add_column(column, justify="left" if column == "station" else "right")
    for station in dict.fromkeys((*found, *fast)):
        cells = [cell for tier in (found, fast) for cell in _cells(tier, station)]
        table.add_row(station, *cells)
    return table


def _cells(tier: Mapping[str, float], station: str) -> tuple[str, str]:
    spent = tier.get(station, 0.0)
    return f"{spent:.2f}", f"{spent / tier['whole']:.1%}" if tier["whole"] else ""


def numbers_table(found: Mapping[str, Any], limits: Mapping[str, Limit]) -> Table:
    """A row for each number that was measured, with its limit where it has one."""
    table = Table(title="Speed and memory", title_justify="left", header_style="bold")
    table.add_column("what", overflow="fold")
    table.add_column("number", justify="right", no_wrap=True)
    table.add_column("limit", no_wrap=True)
    table.add_column("", no_wrap=True)
    for number, label in ROWS:
        if number not in found:
            continue
        limit = limits.get(number)
        state = "" if limit is None else "pass" if limit.holds(found[number]) else "[red]FAIL[/]"
        table.add_row(label, f"{found[number]:,g}", str(limit or ""), state)
    return table
