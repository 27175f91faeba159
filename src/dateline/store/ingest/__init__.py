"""Pages come in: known ones are passed over, the others read, kept, and put into rows, a batch at a time."""
