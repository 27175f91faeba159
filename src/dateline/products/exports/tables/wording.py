"""What columns of several tables say in the same words."""

STATUSES = ("happened", "planned", "denied", "hypothetical")
PLACES = ("point", "city", "region", "country", "area")
LABEL = "the one label that the PLOVER manual gives act and status together: a planned visit is AGREE"
BY_HAND = "whether a person corrected it"
FOUND_RIGHT = "whether a person looked at it and found it right as it is"
NOTED = "what somebody noted of it for other readers"
