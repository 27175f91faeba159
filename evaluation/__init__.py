"""How good is Dateline? Every capability scored on labelled sets, beside the best known peers.

`python -m evaluation` prints one table. The sets and the rulers that score them are not part of this repository: they lie
in a folder of their own beside the checkout, or wherever `DATELINE_SHARED` points. Where they are absent nothing is measured.
"""
