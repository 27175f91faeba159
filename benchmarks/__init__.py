"""How fast is Dateline, and how much memory does it take? Beside spaCy's full pipeline on the same pages, in one run.

`python -m benchmarks` prints a table and writes `latest.json`. Ratios are the measure: both sides run page by page in turn,
so that a busy machine slows both alike. Seconds are CPU-seconds unless they are called wall.
"""
