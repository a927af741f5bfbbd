"""Ride-alongs 陪访: a mentor walks beside an apprentice for a day of visits, each on its rung (阶段), and both sum up.

Asked for and accepted a day before; never a surprise, never a count of mistakes, never where somebody was.
"""
