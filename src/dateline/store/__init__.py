"""Collections: pages and all that was read in them, kept, searched, followed and taken back."""
