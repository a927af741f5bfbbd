"""The reality check 对照现场: after the visit, which of the rehearsed objections really came, and how it went.

It scores what we know of clients, never a rep.
"""
