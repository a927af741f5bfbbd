"""Deals (商机/订单): what a client may buy, has signed and has paid (到账), and the products they buy from.

A deal is never a score of its owner: no list here can be sorted by amount.
"""
