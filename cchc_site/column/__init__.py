"""The domain, pure: articles, units, plans and the evaluation of their obligations.

Nothing in this room opens a file, asks the clock, the network or the environment, or knows YAML or MkDocs.
"""
