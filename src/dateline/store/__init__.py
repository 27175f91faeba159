"""Collections: what was read, kept, searched, followed and taken back."""
