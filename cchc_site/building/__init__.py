"""What a build remembers for the next one, and how the finished site is put in its place.

Stands between the rooms and the doors. Everything here may be lost, spoilt or foreign at any time: then the build does
all the work again, with the same result.
"""
