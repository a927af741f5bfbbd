"""Proofs that take minutes, and figures that depend on the machine: `python -m bench --help`."""
