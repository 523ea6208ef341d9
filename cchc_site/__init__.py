"""The administrative-reform column: Markdown in; a site, feeds and the office's reports out."""

__version__ = "0.1.0"
