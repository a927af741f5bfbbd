"""Rivals 竞争对手 and their PK: picked by a rep, accepted by the other, friendly, and settled by facts both can open.

A PK that was not accepted or was withdrawn leaves nothing behind. There is no table of who reached more than whom.
"""
