"""Stories as a feed: an item a story, the one with the latest report first."""
