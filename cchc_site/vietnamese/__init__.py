"""The Vietnamese language: text, slugs, dates, numbers, abbreviations, reading aloud.

Every function here is pure: no clock, no network, no files except the package's own abbreviation
list. Nothing here knows what an article is.
"""
