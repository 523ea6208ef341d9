"""The kinds of obligation a plan can hold, one module each: its row's data and how it is judged."""
