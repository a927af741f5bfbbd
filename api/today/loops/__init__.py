"""学、练、陪、访、结果: of each skill of one rep, which step of the loop was taken, which is missing, and how long it took."""
