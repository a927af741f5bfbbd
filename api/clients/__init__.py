"""Clients 客户: companies with their owner, the people in them, and the client sheet (客户分析).

A client has one owner; a hand-over moves it and keeps the history. The sheet's four answers prepare a visit:
"unknown, will ask" is an answer. Sheets are never scored and never overwritten: each save is a new version.
"""
