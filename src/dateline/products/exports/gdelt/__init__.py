"""Events and mentions in the columns of GDELT 2.0."""
