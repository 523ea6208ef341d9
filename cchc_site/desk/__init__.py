"""The editors' desk: beginning a piece, bringing one in from Word, renaming, mending. Values in, values out.

Nothing here touches the disk: a door reads the files, gives their texts, and writes what comes back.
"""
