"""Plain words for events and stories."""
