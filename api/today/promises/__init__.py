"""The ledger of what a helper owes 承诺账: help, advice, rides, reviews and promises, gathered from every mechanism.

It binds those who help. What a rep owes is between the two who agreed on it; nobody is put in order, nothing is summed.
"""
