"""A page in, a reading out: a short list of calls, in this order of need. Pure: no input or output, no clock, no globals."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.actors import (
    RELATION_WORDS,
    NameFinder,
    PageMentions,
    actor_words,
    find_relations,
    numbered,
    outermost,
    resolve_mentions,
)
from dateline.article import read_article
from dateline.events import EventCoder, trigger_words
from dateline.knowledge import Knowledge
from dateline.language import Gate, PlainParser, SpacyParser, identify_language, split_sentences
from dateline.model import (
    CODED_KINDS,
    Article,
    Block,
    BlockKind,
    Mention,
    Parse,
    Provenance,
    RawPage,
    Reading,
    Sentence,
    Span,
    Statement,
)
from dateline.named import named_again, named_by_page
from dateline.ontology import Ontology
from dateline.readers import EventReader, StatementTagger
from dateline.spoken import spoken_for
from dateline.statements import QuotedSpan, cue_words, find_quotations, find_statements

PARSED_LANGUAGES = frozenset({"en"})
"""Languages that there is a parser for; pages in others are read without (`coded` false)."""

_WITH_READER = ("accurate", "fast")
"""Tiers in which the reader of acts stands beside the frames; to check frames, they are read by themselves."""
_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""

_SENTENCE = 6
"""Words of the shortest line of a post that is coded by itself."""


@dataclass(frozen=True)
class Resources:
    """All that a reading needs besides the page; loaded once, shared by all pages."""

    parser: SpacyParser | PlainParser
    knowledge: Knowledge
    names: NameFinder
    gate: Gate
    coder: EventCoder
    tagger: StatementTagger
    reader: EventReader
    identify: Callable[[str], str]
    ontology: Ontology
    version: str

    @classmethod
    def of(
        cls, parser: SpacyParser | PlainParser, knowledge: Knowledge, ontology: Ontology, version: str
    ) -> Resources:
        """Resources around a parser, the knowledge tables and the event types.

        Raises:
            DataError: a researcher's own frames cannot be used.
        """
        gate = Gate(cue_words(), actor_words(), trigger_words(ontology) | RELATION_WORDS)
        names, coder = NameFinder(knowledge, parser.kinds_of_word), EventCoder(ontology)
        return cls(
            parser,
            knowledge,
            names,
            gate,
            coder,
            StatementTagger(),
            EventReader(),
            identify_language,
            ontology,
            version,
        )

    @property
    def program(self) -> str:
        """The program's version, and where a researcher's own types and frames are in force a hash of them (`0.1.0+ontology.3f9a1c2e`)."""
        own = self.ontology.version
        return f"{self.version}+ontology.{own}" if own else self.version

    def can_parse(self, language: str) -> bool:
        """Whether pages of a language are coded."""
        return language in PARSED_LANGUAGES


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A page that was left unread because it is in none of the languages that were asked for."""

    language: str


def read(page: RawPage, resources: Resources, *, tier: str = "accurate") -> Reading:
    """Reads one page: cleans it, then finds who is named, what was said, and what was done.

    Raises:
        InputError: the page cannot be read; the message says why and what to do.
    """
    return read_clean(_clean(page, resources, tier), resources, tier=tier)


def read_in(
    page: RawPage, resources: Resources, languages: Collection[str], *, tier: str = "accurate"
) -> Reading | OtherLanguage:
    """Reads one page if it is in one of some languages.

    Raises:
        InputError: the page cannot be read; the message says why and what to do.
    """
    article = _clean(page, resources, tier)
    if article.language not in languages:
        return OtherLanguage(article.language)
    return read_clean(article, resources, tier=tier)


def _clean(page: RawPage, resources: Resources, tier: str) -> Article:
    article = read_article(page, outlets=resources.knowledge, language=resources.identify, tier=tier)
    return replace(article, coded=resources.can_parse(article.language))


def read_clean(article: Article, resources: Resources, *, tier: str = "accurate") -> Reading:
    """Reads an article that is clean already."""
    text, at = article.text, article.published.value if article.published else None
    coded = _coded_blocks(article)
    sentences = split_sentences(text, coded)
    quotations = find_quotations(text, _paragraphs(text, coded))
    names = resources.names.find(text, sentences, at, nouns_have_capitals=article.language in _CAPITAL_NOUNS)
    named = [Span(name.start, name.end) for name in names] if tier == "fast" else None
    parses = _parse(article, sentences, quotations, named, resources)
    mentions = resolve_mentions(
        text,
        names,
        parses,
        _inside([Span(q.start, q.end) for q in quotations]),
        resources.knowledge,
        at,
    )
    tagger = resources.tagger if tier == "accurate" and article.coded else None
    statements = find_statements(text, sentences, quotations, parses, mentions, tagger, article.language)
    reader = resources.reader if tier in _WITH_READER and article.coded else None
    events = resources.coder.code(text, parses, mentions, statements, at, reader, sparing=tier == "fast")
    return Reading(
        article,
        _all_mentions(article, mentions, statements, resources),
        tuple(statements),
        tuple(events),
        tuple(find_relations(parses, mentions)),
        Provenance(resources.program, tier, resources.parser.model, resources.knowledge.version),
    )


def _coded_blocks(article: Article) -> list[Block]:
    """Blocks to code, and the posts of a live blog; of a headline and the saved page title that repeats it only the one nearer to the body."""
    coded = [block for block in article.blocks if block.kind in CODED_KINDS]
    headlines = [block for block in coded if block.kind == BlockKind.HEADLINE]
    repeated = [
        a
        for a, b in pairwise(headlines)
        if _words(b.span.of(article.text)) <= _words(a.span.of(article.text))
    ]
    told = [block for block in coded if block not in repeated]
    return sorted([*told, *_posts(article, told)], key=lambda block: block.start)


def _posts(article: Article, told: Sequence[Block]) -> Iterator[Block]:
    """Sentences of a live blog's posts that lie in no coded block: the page declares a body of its own beside its posts."""
    taken = {i for block in told for i in range(block.start, block.end)} if article.entries else set()
    for entry in article.entries:
        for line in _paragraphs(article.text, [Block(BlockKind.BODY, *entry.span)]):
            text = line.of(article.text)
            if line.start not in taken and len(text.split()) >= _SENTENCE and text[-1] in '.!?…”"’':
                yield Block(BlockKind.BODY, line.start, line.end)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _paragraphs(text: str, blocks: Sequence[Block]) -> list[Span]:
    """Lines of the blocks, without the white space around them."""
    lines: list[Span] = []
    for block in blocks:
        at = block.start
        for line in text[block.start : block.end].split("\n"):
            left = at + len(line) - len(line.lstrip())
            if line.strip():
                lines.append(Span(left, left + len(line.strip())))
            at += len(line) + 1
    return lines


def _parse(
    article: Article,
    sentences: Sequence[Sentence],
    quotations: Sequence[QuotedSpan],
    named: Sequence[Span] | None,
    resources: Resources,
) -> dict[int, Parse]:
    if not article.coded:
        return {}
    quoted = [Span(q.start, q.end) for q in quotations]
    chosen = resources.gate.select(article.text, sentences, quoted, named)
    return {parse.sentence.index: parse for parse in resources.parser.parse(article.text, chosen)}


def _inside(spans: Sequence[Span]) -> Callable[[int], bool]:
    offsets = {i for span in spans for i in range(span.start, span.end)}
    return offsets.__contains__


def _all_mentions(
    article: Article, mentions: PageMentions, statements: Sequence[Statement], resources: Resources
) -> tuple[Mention, ...]:
    """Those of the coded text, "I", "we" and "you" of quotations, and authors and outlets that byline, credit and notices name."""
    taken = {(m.start, m.end) for m in mentions.mentions}
    extra = [m for m in named_by_page(article, resources.knowledge) if (m.start, m.end) not in taken]
    extra += spoken_for(article.text, statements, mentions.mentions)
    covered = {i for m in (*mentions.mentions, *extra) for i in range(m.start, m.end)}
    extra += [m for m in named_again(article, mentions.mentions) if covered.isdisjoint(range(m.start, m.end))]
    ordered = outermost(sorted((*mentions.mentions, *extra), key=lambda m: (m.start, -m.end)))
    return numbered(ordered)
