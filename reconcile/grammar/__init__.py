"""The little grammar that comparisons of meaning need: words, clauses, denial, tense, and what anchors two of them.

No parser: closed word classes and word order, read once a sentence and kept. A language whose closed classes
are not in the lexicons has no marks here, so nothing is concluded from it.
"""
