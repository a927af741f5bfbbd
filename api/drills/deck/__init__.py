"""The deck 今晚的卡: what to play tonight and why, with the objections that come back until they are answered."""
