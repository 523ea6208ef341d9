"""Contests: what a plan asks, what was handed in, how it was judged, and what may be told of it."""
