"""What invented outlets put around their reports: all of it is ours."""

from __future__ import annotations

import random

OUTLETS = (
    "Norwick Courier", "Eastmere Gazette", "The Calder Post", "Lakeside Observer", "Harrow Valley News", "Tillbrook Times",
    "Port Sorrel Mail", "The Upland Register", "Merrow Daily", "Stonehaven Ledger", "Quayside Tribune", "The Fenland Echo",
    "Redbank Bulletin", "Alderton Star", "Westing Chronicle", "The Osier Review", "Brackwater Express", "Cold Spring Dispatch",
)  # fmt: skip
QUOTATIONS = (
    "We have waited for an answer for longer than anybody should have to wait, and we will go on asking until somebody gives us one",
    "Nobody in this room came here to lose, but nobody came here to win at any price either, and people at home understand that",
    "If you ask me whether I would do it again tomorrow morning, knowing what I know today, then I can only tell you that I would",
    "There is a time to speak and a time to read the small print, and right now all of us should be reading the small print",
    "My father used to say that a promise is a debt, and I intend to pay every last part of this one before the year is out",
    "You can call it a setback or you can call it a lesson, but what you cannot do is to pretend that it did not happen at all",
    "The figures on that page are not an opinion, they are what we counted, and we would count them again in front of anyone",
    "I have read every word of it twice, and there is nothing in there that should keep a reasonable person awake at night",
)
_SHARED_BOXES = (
    (
        "We and our partners store and read information on your device, such as cookies, and process personal data for "
        "advertisements and content that suit you, for measurement and for the development of our services. You can change "
        "your choice at any time under the link at the foot of the page."
    ),
    (
        "Your browser is blocking a part of this page. Turn the blocker off or add this site to your list of exceptions in "
        "order to see all pictures and films, and load the page once more."
    ),
    (
        "Comments are closed for this report. Letters to the editor should have no more than two hundred words and must give "
        "the full name, the address and a telephone number of the writer, who will be called back."
    ),
)
_OWN_BOXES = (
    (
        "Sign up for the morning letter of {outlet}: five reports that matter, one that does not, and the weather of the "
        "day, every weekday at six in your mailbox. You can leave with one click."
    ),
    (
        "{outlet} is paid for by its readers. If you think that our work is worth a cup of coffee a month, become a "
        "supporter today and read without advertisements on all of your devices."
    ),
    (
        "Do you know more about this than we do? Write to the desk of {outlet} in confidence. We do not pay for tips, and we "
        "never name those who do not want to be named."
    ),
    (
        "Copyright {outlet}. All rights reserved. No part of this page may be printed, read out or sent on without the "
        "written consent of the publisher."
    ),
)
_WRITERS = ("Ilda Marsh", "Pieter Aalto", "Tilda Horn", "Mariana Oduya", "Jon Serrat", "Beatriz Lund")
_SUBJECTS = (
    "Ferry", "Lost bell", "New tram", "Two brothers", "Old mill", "Flooded school", "Night market", "Stolen statue", "Last baker",
    "Quiet choir", "Empty pool", "Broken clock", "Shy goat", "Paper bridge", "Third lift", "Blue door", "Town twin", "Late train",
)  # fmt: skip
_ACTS = (
    "comes back to", "divides", "wakes", "costs less than", "surprises", "will not leave", "is sold to", "moves closer to",
    "outlives", "is named after", "pays for", "keeps", "finds", "forgets", "waits for", "saves", "follows", "is lent to",
)  # fmt: skip
_THINGS = (
    "island", "side street", "its critics", "council", "half of town", "lighthouse", "nobody", "choir", "three schools",
    "its maker", "upper valley", "museum", "a rival", "harbour", "everyone", "a bank", "fire brigade", "weather office",
)  # fmt: skip
_WHEN = (
    "again",
    "at last",
    "by night",
    "for good",
    "this winter",
    "after all",
    "in a week",
    "for a day",
    "too late",
    "on paper",
)


def boxes(outlet: str, chance: random.Random) -> list[str]:
    """Three to five boxes: some that many outlets have, some of the outlet's own, teasers, and a note on the writer."""
    writer = chance.choice(_WRITERS)
    found = [
        chance.choice(_SHARED_BOXES),
        *(box.format(outlet=outlet) for box in chance.sample(_OWN_BOXES, 2)),
    ]
    found += ["Read more: " + "; ".join(teaser(chance) for _ in range(3))]
    note = f"{writer} has written for {outlet} since 2009, mostly about courts and ports. Follow {writer} for more."
    return [*found[: chance.randint(2, 4)], note]


def teaser(chance: random.Random) -> str:
    """The headline of another story."""
    return " ".join(chance.choice(part) for part in (_SUBJECTS, _ACTS, _THINGS, _WHEN))
