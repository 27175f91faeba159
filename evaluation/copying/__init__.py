"""Copies made of articles at run time, with who copied whom, and how copies that were found are scored."""
