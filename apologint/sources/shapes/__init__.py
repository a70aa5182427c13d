"""Which parts of a tree are messages: one module for each shape, asked in order, the general one last.

A module has `read(spot)`: the messages and hidden ones of a table, or None where that is of another shape; what lies
below a table that was read is not asked again.
"""
