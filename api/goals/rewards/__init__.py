"""Rewards 奖励: a word of thanks for a goal that was met, before the team, with the reason. No sum, no prize."""
