"""Pages that together have a row of each status, coarse and exact places, an actor of one page, names in other scripts, and no date."""

from __future__ import annotations

from dateline.model import RawPage

VISIT = """\
Chinese president visits Kazakhstan

By Tilda Horn
14 September 2022

Chinese President Xi Jinping met Kazakh President Kassym-Jomart Tokayev on Wednesday.

"We will always stand by Kazakhstan in defending its independence, sovereignty and territorial integrity, in building its ports, roads and railways, and in teaching its engineers, pilots and doctors," Xi said.

Tokayev will visit Beijing in May. Russia did not sanction Kazakhstan. Turkey could sanction Armenia if the talks fail.

Masked men attacked a convoy in Ukraine on Monday. Protesters marched in Almaty on Tuesday. Indonesian police arrested miners in Bali on Tuesday.

Ole Rand, a farmer, accused Russia of shelling his village.
"""

VISIT_COPY = VISIT.replace("By Tilda Horn\n", "")

EARLIER = """\
Turkey warns Armenia

By Anders Lund
10 May 2022

ANKARA - Turkey threatened Armenia with sanctions on Tuesday. Armenian Prime Minister Nikol Pashinyan rejected the threat, his spokesman said.
"""

UNDATED = """\
Fiji ships water to Tuvalu

Fiji signed an agreement with Tuvalu. "The wells are dry," said Lise Teba, who runs a shop.
"""

IN_RUSSIAN = """\
Переговоры в Минске

15 сентября 2022

«Мы готовы продолжать переговоры без предварительных условий», — сказал Владимир Путин. Встреча прошла в Минске, где собрались делегации нескольких стран.
"""


def pages() -> list[RawPage]:
    """The pages, in the order in which they come in."""
    return [
        RawPage(EARLIER, "earlier", "https://post.example/2022/05/10/turkey", None, "Osthaven Post"),
        RawPage(VISIT, "visit", "https://courier.example/2022/09/14/visit", None, "Harbour Courier"),
        RawPage(VISIT_COPY, "copy", "https://post.example/2022/09/14/visit", None, "Osthaven Post"),
        RawPage(UNDATED, "undated", None, None, 'Brask "Daily" | West'),
        RawPage(IN_RUSSIAN, "russian", "https://gazeta.example/минск", None, "Жибек Жолы"),
    ]
