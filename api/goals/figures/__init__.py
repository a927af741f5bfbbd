"""The figures of goals: what they are made of, how far along they are, which factor is short and what would help."""
