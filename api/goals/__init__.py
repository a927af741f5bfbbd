"""Goals 定目标: what a rep and the manager agreed to reach in a month, a week or a day, and how it goes.

Completion is computed from rows the rep can open and never typed. A goal that drifts says early which factor is short
and what would help; a miss opens private advice, a met goal a word of thanks. It knows no order among people.
"""
