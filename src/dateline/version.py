"""The version of this program, as in its package metadata."""

__version__ = "0.1.0"
