"""What is noted on the way: moments (片段), stepping in (接管), a curbside line (车上一句话), what the apprentice saw."""
