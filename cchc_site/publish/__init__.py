"""The way out to citizens: pages, listings, feeds and search, as values and then as bytes.

Nothing in this room knows MkDocs: a door hands it a template environment and takes paths with bytes.
"""
