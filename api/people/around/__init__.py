"""Who stands around somebody today: the manager above, the mentor, the apprentices, the rest of the team."""
