"""Open lists of words that share a behaviour, from one table."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files


def word_set(name: str) -> frozenset[str]:
    """Lemmas of one kind of word.

    What verbs do to an act: `about_acts` (their object is an act that they tell nothing of: "discussed the raid"), `moving`
    (what they go for lies ahead), `realised` (an infinitive after them is done), `said` (done in words, so at once: "wrote to thank
    them"), `picturing` ("described Ruiz leaving": she leaves), `inquiries` with a verb of `not_inquiring` ("sought an inquiry": others hold it), `taking_for` ("saw the ban as an attack"), `taking_place` (their subject takes place), `ceasing` and `barring` ("stopped paying", "kept them from leaving": denied), `letting`
    ("allowed them to leave": they left), `attempting` with a verb that is `forceful` ("tried to kill": force was used), `opinions` ("did not
    think that", the "not" is of what is thought), `rebutting` with a noun of `claims` ("rejected reports that": denied), `factive` ("glad that"),
    `done_to_somebody` (never without an object, so that "Ruiz charged" of a headline is a passive), `directing` and `striving` ("ordered them to leave", "fought to leave": it may come).
    Whose an act is: `controls_object` ("told X to leave": X leaves), `granting` ("gave X the authority to leave"), `joining` ("conspired with X to leave": X leaves too), `waves` ("a wave of criticism"), `talking` ("negotiated on leaving": it may come), `talked_of` ("discussed leaving": it may be anybody), `ranks` ("the first to leave"), `calls_on` and
    `calls_to` ("called on X to leave", "appealed to X"), `charging` ("accused X of leaving"), `receiving` ("faced criticism": the subject is the target).
    Nouns: `belongings` (an attack on them is one on whose they are), `conduct` (whose it is has done it: "an inquiry into *Malta's dealings*"), `suffered` (whose it is has suffered it), `offices` (in a name they tell somebody public), `fate` (of what one calls for or overturns, though: "called for *Ruiz*'s dismissal"), `charges` (whose they are is not under suspicion: "an inquiry into *Ruiz*'s claims"), `decisions` and `papers` of somebody, `asked` ("an overture from *Ruiz*"),
    `sufferers` and `getting` ("was the victim", "got little": no charge is against them), `accusing`, `claiming` (what a paper does), `news` (of whom it tells: "applauded the news that *Malta* agreed"), `journeys`, `meetings`, `lying_before` ("in *advance* of his visit": it lies ahead), `time`, `circumstances` ("the reason he left" has no object), `documents` (written for somebody), `papers` and `deeds` (somebody's,
    so they may do an act; `issuing` is what is done with papers), `weapons` (where they are, it is war), `fighting` (words of it, a figure of speech where no word of `bloodshed` and no weapon stands beside it), `own_circle` (whom one meets in private), `pulling_out` (of what is left by troops), `amounts` ("hundreds of"), `measures` (a condition looks at what they are of: "a shipment of *vaccines*"), `premises` (buildings and grounds, no hosts),
    `occasions` (held once: what is told of one as to come is the same one). `announcing` a noun that is `done_by_word` does it.

    Raises:
        KeyError: the table has no set of that name.
    """
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    table = files("dateline.events").joinpath("data/word_sets.csv").read_text("utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(table.splitlines()):
        found[row["set"]].add(row["lemma"])
    return {name: frozenset(words) for name, words in found.items()}
