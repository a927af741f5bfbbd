"""Competitor notes 同行竞争: what was learned from a deal lost to somebody else, where another client names the same one.

No client and no sum is in a note; whoever may open the share it came from reads the whole there.
"""
