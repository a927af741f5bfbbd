"""Commitments 承诺: what somebody promised somebody, by when, and how both will see it.

One kind of promise for debriefs, reviews, advice and help; it is kept, partly kept or not, and moves only with a
reason. A missed one costs nobody anything: it opens a talk.
"""
