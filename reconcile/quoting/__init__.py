"""Quoted words held against the text that they were taken from: where they stand there, and what was changed.

Similarity alone is no judge: a quotation that drops "not" is 94 % the same, one with an honest cut 60 %. So the words
are aligned, and each difference is read for what it does to the sense.
"""
