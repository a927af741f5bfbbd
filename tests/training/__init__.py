"""Training: sessions, who came, what was practised, series, plans and topics."""
