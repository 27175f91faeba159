"""Events in the columns of POLECAT."""
