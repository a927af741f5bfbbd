"""Tests of the trust pulse."""
