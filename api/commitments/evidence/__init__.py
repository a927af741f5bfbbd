"""Records by which two people see how a promise went; the mechanism of each record says which of them fit."""
