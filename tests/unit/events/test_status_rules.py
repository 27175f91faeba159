"""What the words around a trigger say of its act, one rule a sentence; no frame is asked. The trigger stands in square brackets."""

from __future__ import annotations

import pytest

from dateline.events.status import status_of
from dateline.language import installed_model, load_parser, split_sentences
from dateline.model import Block, BlockKind, Parser

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")

ABILITY = [
    ("Iceland could not [attack] the port.", "denied"),
    ("Iceland can [attack] the port.", "hypothetical"),
    ("Iceland may not [attack] the port.", "hypothetical"),
    ("The storm made it impossible for Iceland to [attack] the port.", "denied"),
    ("Iceland is anxious to [attack] the port.", "hypothetical"),
    ("It was too early to [attack] the port.", "hypothetical"),
]
CONDITIONS = [
    ("Iceland would have [attacked] the port.", "hypothetical"),
    ("Had the rebels [attacked] the port, the talks would have ended.", "hypothetical"),
    ("An [attack] on the port would end the talks.", "hypothetical"),
    ("The [attack] on the port could delay the talks.", "happened"),
]
NOT_YET = [
    ("Iceland will seek a deal in which Malta [gives] up its ships.", "hypothetical"),
    ("Iceland would spare states that [agreed] to the pact.", "hypothetical"),
    ("Iceland weighed a decision to keep or [cancel] the pact.", "hypothetical"),
    ("Iceland needs a prosecutor to [investigate] the loan.", "hypothetical"),
    ("The bill makes it easier for Iceland to [sue] Malta.", "hypothetical"),
    ("Let Iceland and Malta [stand] together.", "hypothetical"),
    ("Iceland agreed on an [inquiry].", "planned"),
    ("Iceland wrote to Malta in advance of its [visit].", "planned"),
    ("Prices fell on the eve of the [talks] with Malta.", "planned"),
    ("The [talks] with Malta will turn on trade.", "planned"),
]
GIVEN = [
    ("Attempts to [hack] the bank were made by Iceland.", "happened"),
    ("Iceland could not fulfil its [promise].", "happened"),
    ("The [meeting] was aimed at calming the town.", "happened"),
    ("The [invasion] will cost Malta its port.", "happened"),
    ("Iceland pressed its [attack] on the envoy.", "happened"),
    ("The envoy will come at Iceland's [request].", "happened"),
    ("The senator was one of the first members to [endorse] Iceland.", "happened"),
]
NEGATION = [
    ("Iceland has done little to [stop] the rebels.", "denied"),
    ("Iceland showed no sign that it was planning to [attack] the port.", "denied"),
    ("The envoy did not believe in [torturing] the rebels.", "denied"),
    ("It is not necessary for Iceland to conduct any more [tests].", "denied"),
    ("Iceland said that Malta had not lied and [asked] it to stay.", "happened"),
    ("Iceland has not invited the envoy, nor has it [expelled] him.", "denied"),
    ("Neither Iceland nor Malta [invited] the envoy.", "denied"),
    ("The envoy has no trip [planned] this year.", "denied"),
    ("Iceland had not met the envoy or [invited] him.", "denied"),
    ("Iceland has not met the envoy but [invited] his wife.", "happened"),
    ("Iceland gave no reason and [expelled] the envoy.", "happened"),
    ("Instead of [expelling] the envoy, Iceland thanked him.", "denied"),
    ("It does not appear that Iceland [expelled] the envoy.", "denied"),
    ("Iceland rejected reports that it [expelled] the envoy.", "denied"),
    ("Iceland has yet to [invite] the envoy.", "denied"),
    ("Iceland stopped [paying] the rebels.", "denied"),
    ("Police barred the crowd from [reaching] the palace.", "denied"),
    ("The envoy was barred from [talks] with Malta.", "denied"),
    ("Police tried to keep the crowd from [reaching] the palace.", "hypothetical"),
    ("The aborted [invasion] of Belize angered Malta.", "denied"),
    ("The wage was not enough to [raise] fears.", "denied"),
    ("The envoys stayed rather than [sign] the pact.", "denied"),
    ("Iceland was not able to [attack] the port.", "denied"),
    ("Iceland will not allow the rebels to [take] the port.", "denied"),
    ("The raid will not cause Iceland to [withdraw].", "denied"),
    ("The truce would not prevent Iceland from [arming] the rebels.", "happened"),
    ("Iceland signed without making any [concessions].", "denied"),
    ("Iceland announced an [agreement] with Malta.", "happened"),
    ("Iceland announced [talks] with Malta.", "planned"),
    ("Iceland announced the [suspension] of aid to Malta.", "happened"),
    ("Iceland's premier called the envoy on Monday to [convey] his support.", "happened"),
    ("Iceland will announce the [suspension] of aid to Malta.", "planned"),
    ("Iceland is expected to announce an [agreement] with Malta.", "planned"),
    ("Iceland did not announce an [agreement] with Malta.", "denied"),
    ("Iceland showed no sign of [attacking] the port.", "denied"),
    ("The envoys stay even if they have no [guarantee] from Iceland.", "denied"),
    ("Officials said that Iceland would have to [agree] to it.", "hypothetical"),
    ("Hundreds gathered to [express] support for Iceland.", "happened"),
    ("Iceland has postponed the imposition of [tariffs] on Malta.", "planned"),
    ("Malta handed over papers to assist its [investigation] into Iceland.", "happened"),
    ("Iceland denied any [attack] on the port.", "denied"),
    ("People who [attack] ports must be tried.", "hypothetical"),
    ("The people who [attacked] the port were tried.", "happened"),
    ("Iceland signed without making any concessions to Maltese [demands].", "happened"),
    ("To counter [threats] from Malta, Iceland sent an envoy.", "happened"),
    ("The minister would have expected Malta to have been [briefed].", "hypothetical"),
    ("Iceland not only [condemned] the raid but sent troops.", "happened"),
    ("The envoy declined to deny reports that Iceland [arms] the rebels.", "happened"),
]
WISHES = [
    ("Iceland insisted that the envoy be [expelled].", "hypothetical"),
    ("The minister demanded that Iceland [release] the crew.", "hypothetical"),
    ("The council called on all states to [release] the crew.", "hypothetical"),
    ("The plan called for [replacing] the troops.", "hypothetical"),
    ("Iceland is trying to [block] the port.", "hypothetical"),
    ("The rebels tried to [kill] the president.", "happened"),
    ("Malta is opposed to [releasing] the crew.", "hypothetical"),
    ("The law is a basis for [banning] rallies.", "hypothetical"),
    ("Malta showed an interest in [resuming] the talks.", "hypothetical"),
    ("Iceland ordered the rebels to [leave].", "hypothetical"),
    ("Malta called for the arrest and [conviction] of the envoy.", "hypothetical"),
    ("The family is fighting to [keep] the child.", "hypothetical"),
    ("Iceland wants the crew [released].", "hypothetical"),
    ("Iceland is worried about [losing] the port.", "hypothetical"),
]
TOLD = [
    ("Iceland can confirm that an envoy was [arrested].", "happened"),
    ("Asked whether he was glad Iceland was [discussing] a truce, he smiled.", "happened"),
    ("Police barred the crowd but allowed them to [demonstrate] nearby.", "happened"),
    ("The law allows police to [arrest] strikers.", "hypothetical"),
    ("Iceland would continue to [protest] against the law.", "happened"),
    ("The guests marched through Riga, burning flags to [protest] against the law.", "happened"),
    ("Malta announced a loss, [taking] the charge at once.", "happened"),
    ("The envoys met to [finish] the pact.", "happened"),
    ("The envoys will meet to finish the [talks] of May.", "happened"),
    ("Troops could be seen [firing] at the crowd.", "happened"),
    ("Malta will appeal the [sentence].", "happened"),
    ("Malta gave a reason for the [expulsion] of the envoy.", "happened"),
    ("Ruiz is the 456th person to be [placed] on the list.", "happened"),
    ("Iceland ignored the letters [written] by the rebels.", "happened"),
    ("The envoys agreed on a truce, only to [attack] the port.", "happened"),
]
AHEAD = [
    ("Iceland will hold talks and [drills] with Malta.", "planned"),
    ("Iceland is about to [restore] ties with Malta.", "planned"),
    ("Iceland was on the verge of [signing] the pact.", "planned"),
    ("Iceland is going to [expel] the envoy.", "planned"),
    ("The talks are supposed to [end] in May.", "planned"),
]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


@pytest.mark.parametrize(
    ("marked", "status"),
    [*ABILITY, *CONDITIONS, *NOT_YET, *GIVEN, *NEGATION, *WISHES, *TOLD, *AHEAD],
    ids=lambda value: value,
)
def test_the_words_around_a_trigger_tell_its_status(parser: Parser, marked: str, status: str) -> None:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    sentences = split_sentences(text, [Block(BlockKind.BODY, 0, len(text))])
    parse = parser.parse(text, sentences)[0]
    trigger = parse.token_at(start)
    assert trigger is not None
    assert status_of(parse, trigger).value == status
