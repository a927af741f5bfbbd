"""The effective visit (有效拜访): what an organisation asks of a visit, from which day on. It never judges a person."""
