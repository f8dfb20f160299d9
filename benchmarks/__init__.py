"""How right, how fast and how large `reconcile` is: `pytest benchmarks`; `benchmarks.compare` holds two runs together."""
