"""What a run needs of an engine: one task over many items, wherever its workers are. Engines change nothing in the results."""
