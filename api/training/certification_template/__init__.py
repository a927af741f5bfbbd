"""What the marks from 1 to 5 look like in each of the six areas, and which area has to hold with each assessor."""
