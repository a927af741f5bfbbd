"""Organisations, teams, people and mentor pairs (公司、团队、人员、师徒): who somebody is, how they sign in, and
who may see whom. Newcomer 新人 is a state, mentor 师傅 a relation; neither is an account type. Every reading of a
personal record by somebody else is listed to its owner. It never ranks people and never notes where they are.
"""
