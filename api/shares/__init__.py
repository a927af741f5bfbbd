"""Shares 分享: what somebody tells the own team on purpose. The first kind is the tip 诀窍, hidden in daily actions.

Authors change or withdraw what they told. It is read by the team, not counted, and never put in an order.
"""
