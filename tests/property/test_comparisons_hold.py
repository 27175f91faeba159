"""What must hold of two pages compared, whatever they say."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline
from dateline.model import Stance

SENTENCES = st.sampled_from(
    [
        "Nine people were killed in Oda on Monday.",
        "At least 12 people lost their lives in the flood at Oda on Tuesday.",
        "Last year a flood at Oda killed 40.",
        "The mill lost 3 million euros, its director, Ilda Marsh, said.",
        "The flood cost the mill 5 million euros.",
        "Nobody has been arrested, police said.",
        "Two men were detained in Vandra on 4 March.",
        "The bandit was seized in Oskel on 6 March.",
        "The gang was led by Ruben Asta.",
        "Milo Dren is the head of the gang.",
        "Turnout was 40 per cent.",
        "“We will mend the dam before the rain comes back,” Marsh said.",
        "Marsh said that they would repair the dam before the rain returned.",
        "In 2019, 85 % (or C$3m) of a fortnight's 40-tonne catch: 12, 13 and 14 boats.",
    ]
)
BODIES = st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join)
slow = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(BODIES, BODIES)
def test_the_order_of_two_pages_does_not_matter_and_positions_lie_on_their_words(a: str, b: str) -> None:
    pages = [
        dateline.read(f"Flood at Oda\n\n{body}", published="2025-03-11", outlet=name, tier="fast")
        for name, body in (("One", a), ("Two", b))
    ]
    story = dateline.compare(*pages)
    assert story == dateline.compare(*reversed(pages))
    texts = {page.article.id: page.article.text for page in pages}
    for fact in story.facts:
        for position in fact.positions:
            assert position.stance is Stance.OMITS or position.spans
            assert all(0 <= s.start < s.end <= len(texts[position.article]) for s in position.spans)
