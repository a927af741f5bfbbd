"""KPI posts 晒KPI: the figures are filled in from the agreed goals of the week and frozen; the story is the rep's."""
