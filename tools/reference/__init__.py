"""Pages of reference that are made of the code and the tables, so that they cannot be out of date."""
