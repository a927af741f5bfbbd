"""The field as those see it who see no single record: counts by team, what clients say, who is new. Nobody is counted."""
