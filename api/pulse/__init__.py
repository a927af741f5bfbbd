"""Trust pulse 信任脉搏: two anonymous questions to each rep at the end of a month, told as counts of a team.

Who has answered and what was answered lie in two tables with nothing between them: no row for an answer (only counts,
of which each answer touches all), no id, no moment finer than the month, no order, no fact in the feed. Counts are told
once the month is over, so that nobody sees one move after a colleague's tap, and from five answers up.
"""
