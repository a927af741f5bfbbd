"""Forecast 预收: what open deals are likely to bring in a month, beside what the rep promised. It is nobody's target."""
