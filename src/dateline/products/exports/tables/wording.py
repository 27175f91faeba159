"""What columns of several tables say in the same words."""

STATUSES = ("happened", "planned", "denied", "hypothetical")
PLACES = ("point", "city", "region", "country", "area")
LABEL = "the one label that the PLOVER manual gives act and status together: a planned visit is AGREE"
ONLY_CITIES = "of the city; a region, a state or an area has none"
NO_PLACE = "no place is named"
NOT_A_CITY = "the place is no city of the tables"
