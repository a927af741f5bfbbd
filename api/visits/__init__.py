"""Visits (拜访): the plan, the check-in (拜访签到) made after the visit, what comes next, what the client said.

Never where somebody was, and never how long they stayed.
"""
