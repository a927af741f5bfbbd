"""Days ridden together by which two people see how a promise went."""
