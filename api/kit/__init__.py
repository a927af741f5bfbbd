"""What every mechanism stands on and what knows nothing of sales: store, rows, errors, events, clock, paging."""
