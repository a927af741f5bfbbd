"""Days that two people ride together: asking, the way, the debrief, the ladder."""
