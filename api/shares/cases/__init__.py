"""Case library 案例库: a share that the whole company may learn from, without a client's name and without amounts.

A case is counted by how it went when others used it, a person never.
"""
