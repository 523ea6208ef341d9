"""Reading aloud: figures, dates, codes and abbreviations as an announcer says them.

Commune loudspeakers read the column's pieces, and an announcer must not stop at ``25,6%``. The
readings are those of the northern standard: ``linh``, ``nghìn``, ``tư`` after ``mươi``.
"""

from cchc_site.vietnamese.speech.documents import document_number_words
from cchc_site.vietnamese.speech.integers import integer_words, parse_integer_words
from cchc_site.vietnamese.speech.letters import letter_names
from cchc_site.vietnamese.speech.moments import (
    date_words,
    month_words,
    quarter_words,
    time_words,
)
from cchc_site.vietnamese.speech.quantities import (
    decimal_words,
    money_words,
    percent_words,
)
from cchc_site.vietnamese.speech.running import speak
from cchc_site.vietnamese.speech.running_days import open_pairs

__all__ = [
    "date_words",
    "decimal_words",
    "document_number_words",
    "integer_words",
    "letter_names",
    "money_words",
    "month_words",
    "open_pairs",
    "parse_integer_words",
    "percent_words",
    "quarter_words",
    "speak",
    "time_words",
]
