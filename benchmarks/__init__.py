"""Measurements that anyone can repeat, from the root of the repository: `python -m benchmarks.NAME`."""
