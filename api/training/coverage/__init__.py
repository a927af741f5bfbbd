"""What somebody has had of each product and each skill, and what a team has not: offers, and no sums to compare."""
