"""The tests: api/ mirrored by word, the rules of the house, flows, and a real browser."""
