"""The way out to the office: the monthly build report in every format."""
