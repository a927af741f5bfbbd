"""A help request as its helper opens it: what was asked, with the client, the sheet and the last visits beside it."""
