"""Reminders 提醒: one short sentence at the right moment that offers the next step, and where to take it.

They ask and never reproach, tell nobody of somebody else's lateness, and hold no client, amount or words.
"""
