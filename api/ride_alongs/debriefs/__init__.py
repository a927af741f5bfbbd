"""The debrief 总结 at the office: the apprentice first, two strengths, one change, one action and one promise."""
