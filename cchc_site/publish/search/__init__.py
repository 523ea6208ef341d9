"""Search without a server: from the column to the files a browser needs to answer a query.

The index is an inverted one over folded syllables and neighbouring pairs of syllables. `folding` says when two
words are the same word, `extraction` takes a document apart, `postings` gathers all documents, `shards` cuts the
result into files, `site` names them. The other half, which reads them, is `browser/`.
"""
