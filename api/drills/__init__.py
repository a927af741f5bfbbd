"""Drill 演练: the evening before a visit two people play it, swap seats and go again (子弹数).

The boss speaks first; behaviours are ticked one by one. It never adds ticks up, never ranks, and never lays the
ticks of two reps side by side.
"""
