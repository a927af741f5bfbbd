"""Products (产品): what the organisation sells and what its list asks for it. The list is the admin's."""
