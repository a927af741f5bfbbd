"""The talk itself: the answers written down together, the promises, and the two taps that agree on them."""
