"""The rules of the house. Each says what it protects; a rule without a test is advice."""
