"""Which counts are told to whoever sees no single record.

A count of objections below five is told as null, none at all included: were zero told, null would mean "a few".
What is planned for tomorrow is told of a team in which at least five reps work, for at least five visits; behind each
share of them ("three have a drill") stand those five, and nobody who reads it sees whose visits they are. With fewer
reps a number would be a number about one of them, so such a team tells none, objections included.

Two counts are told from one on, because they are exceptions and wait for nobody. A wish for help: the manager, who is
named beside it, is the one who owes something. A big order (domain.md 35): it is prepared tonight or not at all, and
neither client, amount nor rep is told. For the latter the five reps are needed as well.

No reader chooses the days: two windows a day apart would tell by subtraction what is hidden.
"""

FEWEST = 5


def told(count: int) -> int | None:
    """The count, or None for one that is too small to be told."""
    return count if count >= FEWEST else None


def are_enough(reps: int) -> bool:
    """Whether so many reps work in a team that no number about it is a number about one of them."""
    return reps >= FEWEST
