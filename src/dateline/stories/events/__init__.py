"""Reports of one event, on one page or on several, joined; what is best supported of who, when and where."""
