"""Who speaks the words around a place inside quotation marks; "he" in them is somebody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.model import Mention, Parse, Token

_SAYS = frozenset(
    "say tell add ask write tweet reply declare insist argue explain continue note state announce warn recall conclude "
    "claim joke quip remark respond comment complain admit acknowledge suggest exclaim shout testify post believe".split()
)


def speaker_around(
    parses: Mapping[int, Parse],
    parse: Parse,
    quoted: Callable[[int], bool],
    mention_of: Callable[[Token], Mention | None],
) -> Mention | None:
    """The subject of the verb of saying outside the marks: in the sentence itself, else next to it in the paragraph."""
    for step in (0, 1, -1, 2, -2):
        tree = parses.get(parse.sentence.index + step)
        if tree is None or tree.sentence.paragraph != parse.sentence.paragraph:
            continue
        for subject in tree.tokens:
            if subject.dep != "nsubj" or quoted(subject.start):
                continue
            verb = tree.head(subject)
            if verb.lemma in _SAYS and not quoted(verb.start):
                found = mention_of(subject)
                if found is not None:
                    return found
    return None
