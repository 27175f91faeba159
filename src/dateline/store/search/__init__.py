"""Search: words, phrases and fields over the pages of a collection, ranked, with snippets and counts."""
