"""The benchmark: this project and others on the same articles, in one run."""
