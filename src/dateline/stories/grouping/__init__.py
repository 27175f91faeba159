"""Which pages tell one story, as they arrive or all at once."""
