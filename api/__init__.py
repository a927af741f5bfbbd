"""Alongside 并肩: help a field-sales team by following the process (追过程), never police it."""
