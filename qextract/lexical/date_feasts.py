"""Feasts of other calendars, by their arithmetic: Easter, the Jewish and the Islamic year.

The Islamic dates are those of the tabular calendar: a sighting of the moon may move them by a day.
"""

from __future__ import annotations

import datetime as dt

#: The days, counted as `date.toordinal` does, on which the calendars begin.
_ISLAMIC = 227015
_HEBREW = -1373427
#: Years of the Jewish calendar behind those of ours, from autumn on.
_CREATION = 3761


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return dt.date(year, 3, 1) + dt.timedelta(moon - weekday + 27)


def islamic(year: int, month: int, day: int) -> dt.date | None:
    """The first such day that falls in `year`."""
    near = (year - 622) * 33 // 32
    for of_era in (near - 1, near, near + 1, near + 2):
        days = (of_era - 1) * 354 + (3 + 11 * of_era) // 30 + 29 * (month - 1) + month // 2 + day
        on = dt.date.fromordinal(_ISLAMIC - 1 + days)
        if on.year == year:
            return on
    return None


def jewish_new_year(year: int) -> dt.date:
    """The Jewish new year that falls in `year`."""
    of_era = year + _CREATION
    return dt.date.fromordinal(_HEBREW + _elapsed(of_era) + _delay(of_era))


def hanukkah(year: int) -> dt.date:
    """The first day of Hanukkah."""
    begins = jewish_new_year(year)
    long = (jewish_new_year(year + 1) - begins).days % 10 == 5
    return begins + dt.timedelta(30 + 29 + long + 24)


def _elapsed(of_era: int) -> int:
    months = (235 * of_era - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + (3 * (days + 1) % 7 < 3)


def _delay(of_era: int) -> int:
    last, this, following = (_elapsed(year) for year in (of_era - 1, of_era, of_era + 1))
    if following - this == 356:
        return 2
    return int(this - last == 382)
