"""The way in: files of `content/` become a Column and Problems. The only room that opens them.

Reading never raises for anything a file can contain; every fault is a `Problem` with its place.
"""
