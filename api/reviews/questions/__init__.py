"""The question bank: what is asked in a review, in the organisation's own words."""
