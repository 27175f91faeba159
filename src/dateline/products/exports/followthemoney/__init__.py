"""Articles, events and those who take part as entities of FollowTheMoney."""
