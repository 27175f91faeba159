"""Who copied whom: reports of two sets, and what invented outlets make of them at run time (`evaluation/copying`)."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.model import ChainEdge
from dateline.syndication import FAMILY_RELATIONS, families, find_copies
from evaluation.bench import Bench, first_by_hash
from evaluation.cases import Case, Detail, SetResult, with_prefix
from evaluation.copying.collection import KINDS, Collection, Original, Page, collection
from evaluation.copying.overlap import Words, shared_words, words_found

NAME = "copies"
FILES = ("stories/basil_even_years.tar.gz", "stories/newswcl50_conll.tar.gz", "ingest/lines_dev.jsonl.gz")
FAST_STORIES = 10
"""Of about 60."""

PASSAGE_WORDS = 12
OVERLAP = 0.9
_DONORS = frozenset({"aeb", "naeb"})
_NOT_LATIN = re.compile(r"[^\x00-\u024f\u2000-\u20cf]")


@dataclass(slots=True)
class Tally:
    """Counts of one kind of copy: pairs with a source, those found, those with a direction to be told, those told right, and
    words shared, found, and found rightly."""

    pairs: int = 0
    found: int = 0
    directed: int = 0
    right: int = 0
    words: Words = field(default_factory=Words)

    def numbers(self) -> list[tuple[str, float]]:
        return [
            ("recall", self.found / max(1, self.pairs)),
            ("direction", self.right / max(1, self.directed)),
            ("passages", self.words.f1),
        ]


def measure(bench: Bench) -> SetResult:
    """Precision and recall of pairs of one family, direction, and the words that passages cover; each kind of copy apart."""
    originals = list(_originals(bench))
    if bench.fast:
        stories = set(first_by_hash(sorted({o.story for o in originals}), str, FAST_STORIES))
        originals = [original for original in originals if original.story in stories]
    made = collection(originals, _donors(bench))
    edges = find_copies([page.article for page in made.pages])
    return result(made, edges)


def result(made: Collection, edges: Sequence[ChainEdge]) -> SetResult:
    """The numbers of some edges, and a case for each page that was taken from another or shares a part with one."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    by_pair = {frozenset((edge.from_, edge.to)): edge for edge in edges}
    by_id = {page.article.id: page for page in made.pages}
    cases = [_case(page, by_id, by_pair, tallies[page.kind]) for page in made.pages if page.sources]
    agency = [_agency_case(pair, by_id, by_pair) for pair in made.agency]
    quoting = [_apart_case(pair, by_pair) for pair in made.quoting]
    pairs = family_pairs(made, edges)
    joined = {kind: tally for kind, tally in tallies.items() if kind in (*KINDS, "merged", "again", "update")}
    whole = Tally()
    for tally in joined.values():
        for name in ("pairs", "found", "directed", "right"):
            setattr(whole, name, getattr(whole, name) + getattr(tally, name))
        whole.words.add(tally.words)
    numbers = [
        ("precision", pairs["right"] / max(1, pairs["found"])),
        ("recall", pairs["right"] / max(1, pairs["gold"])),
        ("direct", whole.found / max(1, whole.pairs)),
        ("direction", whole.right / max(1, whole.directed)),
        ("passages", whole.words.f1),
        ("agency", sum(case.score for case in agency) / max(1, len(agency))),
        ("quoting", sum(case.score for case in quoting) / max(1, len(quoting))),
    ]
    also = [
        (f"{kind}_{name}", value) for kind, tally in sorted(joined.items()) for name, value in tally.numbers()
    ]
    also += [("edge_precision", pairs["edges_right"] / max(1, pairs["edges"]))]
    groups = families(by_id, edges)
    note = f"{len(made.pages)} pages, {len(groups)} families, gold {sum(p.kind == 'original' for p in made.pages)}"
    wrong = [_wrong_case(edge, by_id) for edge in edges if _is_wrong(edge, by_id)]
    found = (*cases, *agency, *quoting, *wrong)
    return SetResult(NAME, with_prefix(NAME, numbers), found, with_prefix(NAME, also), note=note)


def family_pairs(made: Collection, edges: Sequence[ChainEdge]) -> Counter[str]:
    """Pairs of pages in one family: `gold`, `found`, both (`right`); and single edges, all and right.

    A page of two originals belongs to either; a pair with it counts as gold only where one of the originals is the other side,
    and never as wrong with a page of either original.
    """
    bases = {page.article.id: frozenset(page.bases) for page in made.pages}
    counts: Counter[str] = Counter()
    for page in made.pages:
        if len(page.bases) == 1:
            counts[f"of {page.bases[0]}"] += 1
    counts["gold"] = sum(n * (n - 1) // 2 for name, n in counts.items() if name.startswith("of "))
    for group in families(bases, edges):
        members = sorted(group)
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                single = len(bases[a]) == len(bases[b]) == 1
                if single:
                    counts["found"] += 1
                    counts["right"] += bases[a] == bases[b]
                elif not bases[a] & bases[b]:
                    counts["found"] += 1
    for edge in edges:
        if edge.relation in FAMILY_RELATIONS and edge.from_ in bases:
            counts["edges"] += 1
            counts["edges_right"] += bool(bases[edge.from_] & bases[edge.to])
    return counts


Pairs = dict[frozenset[str], ChainEdge]


def _case(page: Page, by_id: dict[str, Page], by_pair: Pairs, tally: Tally) -> Case:
    """A page with the pages that it was taken from: found, the right way round, and which words."""
    scores, details = [], {"kind": page.kind, "evidence": page.evidence}
    told: dict[str, Detail] = {**details}
    for source in page.sources:
        edge = by_pair.get(frozenset((source, page.article.id)))
        found = edge is not None and edge.relation in FAMILY_RELATIONS
        tally.pairs += 1
        tally.found += found
        score = float(found)
        told[f"relation {source}"] = edge.relation if edge else None
        if found and edge is not None and source in page.directed:
            tally.directed += 1
            tally.right += edge.from_ == source
            score = (score + (edge.from_ == source)) / 2
        scores.append(score)
        if by_id[source].kind == "original":
            words = words_found(page, source, edge)
            tally.words.add(words)
            told[f"words {source}"] = round(words.f1, 3)
            scores.append(float(words.f1 >= OVERLAP))
    return Case(page.article.id, sum(scores) / len(scores), told)


def _agency_case(pair: tuple[str, str, str], by_id: dict[str, Page], by_pair: Pairs) -> Case:
    """Two reports with one paragraph in common: that passage, and no more."""
    first, second, words = pair
    edge = by_pair.get(frozenset((first, second)))
    relation = edge.relation if edge else None
    share = shared_words(edge, by_id[first].article, by_id[second].article, words) if edge else 0.0
    right = relation == "passage" and share >= OVERLAP
    return Case(
        f"{first} {second}", float(right), {"kind": "agency", "relation": relation, "words": round(share, 3)}
    )


def _apart_case(pair: tuple[str, str], by_pair: Pairs) -> Case:
    """Two reports that share quotations only are not one family."""
    edge = by_pair.get(frozenset(pair))
    relation = edge.relation if edge else None
    wrong = relation in FAMILY_RELATIONS
    return Case(" ".join(pair), float(not wrong), {"kind": "quoting", "relation": relation})


def _is_wrong(edge: ChainEdge, by_id: dict[str, Page]) -> bool:
    if edge.relation not in FAMILY_RELATIONS or edge.from_ not in by_id:
        return False
    return not set(by_id[edge.from_].bases) & set(by_id[edge.to].bases)


def _wrong_case(edge: ChainEdge, by_id: dict[str, Page]) -> Case:
    """An edge between pages that share no original."""
    kinds = f"{by_id[edge.from_].kind} {by_id[edge.to].kind}"
    places = [[*a, *b] for a, b in edge.passages]
    details: dict[str, Detail] = {"kind": f"wrong: {kinds}", "relation": edge.relation, "passages": places}
    return Case(f"{edge.from_} {edge.to}", 0.0, details)


def _originals(bench: Bench) -> Iterator[Original]:
    for document in bench.datasets.basil(bench.data):
        paragraphs = tuple(" ".join(p.split()) for p in document.text.split("\n\n")[1:] if p.strip())
        yield Original(
            document.id, document.story, document.outlet, document.date, document.title, paragraphs
        )
    for document in bench.datasets.newswcl50(bench.data):
        yield _running(bench, document.id, document.story, document.sentences)


def _running(bench: Bench, name: str, story: str, sentences: Sequence[str]) -> Original:
    """An undated report of running text again: tokens joined, and a paragraph where the set has its mark."""
    joined = " ".join(bench.datasets.join_words(sentence.split(" "))[0] for sentence in sentences)
    parts = [" ".join(part.split()) for part in joined.replace("\\n", "\n").split("\n")]
    paragraphs = tuple(part for part in parts if part)
    side = name.rpartition("_")[2]
    return Original(name, f"wcl {story}", f"{side} Compass", None, paragraphs[0][:60], paragraphs)


def _donors(bench: Bench) -> list[str]:
    """Paragraphs of other news, for what an outlet adds and for agency paragraphs: one a page, in an order of their own."""
    found = []
    for page in bench.datasets.lines_dev(bench.data):
        if page.source in _DONORS:
            fitting = [
                p.strip()
                for p in page.body.split("\n")
                if 30 <= len(p.split()) <= 90 and p.strip()[-1:] == "."
            ]
            latin = [p for p in fitting if not _NOT_LATIN.search(p) and not re.search('["“”‘]', p)]
            found += latin[:3]
    unique = sorted(set(found))
    random.Random("donors").shuffle(unique)
    return unique
