"""Reviews Review复盘: two people, or a team, look at goal, process, ability and help, and agree on what comes next.

A review may move with a reason and never vanishes; nothing of it is added up, and no note of it stays that only one
side has seen.
"""
