"""The steps by which the tables of a collection came to be, oldest first in `versions`."""
