"""The documentation as a site: which files become its pages, its contents, and how it looks."""
