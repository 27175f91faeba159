"""Copies, stories and facts across all units of a run, found by shuffles: the same that one process would find (`dateline.group`).

Each step is one task over many pieces, each of which writes one file. Rows that have to meet go through an `Exchange`. Pages have
numbers, their places among all pages of the run in the order of the inputs; what is known of each page by number lies in arrays.
"""
