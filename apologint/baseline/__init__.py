"""The baseline: findings that were there before, which are held back so that only new ones are reported.

A finding is known again by its rule and its sentence, what is absent by its file and item (`fingerprint`). A draft
that scored too little then is known with its score, and fails for it again only when it scores less.
"""
