"""The ladder 我说你听 → 我做你看 → 你说我听 → 你做我看, one for each skill; up when both agree, down without blame."""
