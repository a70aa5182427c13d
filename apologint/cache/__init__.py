"""What was found out once is kept: analyses of drafts, and what is derived from the rules.

Nothing in here may fail a run, slow it or change a report: what is missing, broken or locked is made again.
"""
