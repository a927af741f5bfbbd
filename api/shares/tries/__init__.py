"""Tries 我来试: what a rep wants to try of what somebody told, at which of the own clients, and whether it helped.

Whoever told it is thanked with what came of it. Nobody else reads who tries what, and nobody is counted.
"""
