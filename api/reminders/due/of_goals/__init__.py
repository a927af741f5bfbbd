"""What asks for a reminder around a goal: a proposal, advice that was given, advice that is owed."""
