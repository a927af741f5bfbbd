"""Pair interviews 结对互访: each week two of a team tell one another what went well and where they are stuck.

Who meets whom is laid by the method and changes every week; why these two is neither stored nor shown.
"""
