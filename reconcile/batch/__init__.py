"""Many articles: `reconcile batch`. Articles in, a row an article out, in the order of the input.

    sources -> Entry -> pool of workers: entry -> row -> journalled lines -> OUTPUT

`kernel.py` is the same step for a distributed engine, Arrow in and Arrow out; `dask.py` runs it over a cluster.
"""
