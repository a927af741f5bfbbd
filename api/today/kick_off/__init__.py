"""早启动: ten minutes of a team in the morning; it only reads."""
