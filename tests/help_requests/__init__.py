"""Help requests 求助: what is hard, asked of somebody who promises an answer by a time."""
