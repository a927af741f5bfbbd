"""Learning points of a class, to be ticked for seven days: the copy that drills keep of their own."""
