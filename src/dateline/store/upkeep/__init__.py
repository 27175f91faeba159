"""A collection looked after: pages taken back, checked, compared between runs, read again, copied, and written out by month."""
