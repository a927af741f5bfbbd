"""Shares 分享: what somebody tells the own team on purpose: tips, won deals, lost ones, and the week's KPI.

Authors change or withdraw what they told. It is read by the team, not counted, and never put in an order.
"""
