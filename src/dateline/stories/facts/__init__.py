"""What the reports of a story agree and differ on."""
