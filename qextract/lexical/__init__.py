"""The lexical layer: typed mentions, found once, in a fixed order. It knows Chinese, not the task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from qextract.lexical import (
    dates,
    documents,
    numbers,
    organisations,
    people,
    places,
    quantities,
    sentences,
)
from qextract.mentions import Mentions, Span


def read(text: str, regions: Sequence[Span], reference: dt.date | None) -> Mentions:
    """Everything found in the `regions` of repaired `text`; `reference` is the day it was written."""
    found_dates = dates.scan(text, regions, reference)
    taken = [(date.start, date.end) for date in found_dates]
    found_numbers = numbers.scan(text, regions, taken)
    found_organisations = organisations.scan(text, regions)
    return Mentions(
        sentences=sentences.scan(text, regions),
        numbers=found_numbers,
        dates=found_dates,
        quantities=quantities.scan(text, regions, found_numbers, taken),
        titles=documents.scan(text, regions),
        organisations=found_organisations,
        people=people.scan(text, regions, found_organisations),
        places=places.scan(text, regions),
    )
