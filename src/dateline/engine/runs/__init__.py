"""A run over many files: units that are read for themselves, each finished once, then copies and stories across all of them."""
