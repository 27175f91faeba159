"""Rebuilds the small models that ship with Dateline from the examples in this folder. PyTorch is needed here only."""
