"""Write qextract/lexicon/currency_names.txt: full names of the world's currencies with their codes.

Source: CLDR by the PyPI package babel (a development-only dependency, extra `lists`): the names in
China, Hong Kong and Taiwan, each in simplified characters, and the name of each country that uses
the currency today before the currency's own word (越南 and 盾). What has a short or shared name is
kept by hand in currencies.txt.

usage: python tools/make_currencies.py
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

from opencc import OpenCC

LEXICON = Path(__file__).parent.parent / "qextract" / "lexicon"
HEADER = """\
# Full names of currencies in normal form. Columns: term, ISO 4217 code.
# Source: CLDR by babel 2.18; written by tools/make_currencies.py.
"""
LOCALES = ("zh", "zh_Hant", "zh_Hant_HK")
HAN = re.compile("[一-鿿]+")
# metals, tests, and what is no currency of its own
NO_MONEY = frozenset(
    [
        "XAG",
        "XAU",
        "XBA",
        "XBB",
        "XBC",
        "XBD",
        "XPD",
        "XPT",
        "XRE",
        "XSU",
        "XTS",
        "XUA",
        "XXX",
        "CHE",
        "CHW",
        "USN",
        "USS",
    ]
)
# 日元 and 美元 are in the list kept by hand
LEAST = 2


def simplified(name: str) -> str:
    """A name of CLDR in normal form."""
    return str(OpenCC("t2s").convert(name))


def main() -> None:
    """Ask CLDR, keep names of Chinese characters, write the list."""
    babel = import_module("babel")
    users = import_module("babel.core").get_global("territory_currencies")
    names: dict[str, str] = {}
    words: dict[str, set[str]] = {}
    countries: dict[str, set[str]] = {}
    for locale in (babel.Locale.parse(name) for name in LOCALES):
        for territory, name in locale.territories.items():
            countries.setdefault(territory, set()).add(simplified(name))
        for code, name in locale.currencies.items():
            if code not in NO_MONEY and HAN.fullmatch(name) and len(name) > LEAST:
                names.setdefault(simplified(name), code)
                words.setdefault(code, set()).add(simplified(name))
    for territory, rows in users.items():
        # a currency that is still legal tender there
        for code in (row[0] for row in rows if row[2] is None and row[3]):
            for name in words.get(code, ()):
                word = own_word(name, countries.get(territory, set()))
                for country in countries.get(territory, set()) if word else ():
                    if HAN.fullmatch(country):
                        names.setdefault(country + word, code)
    rows = "".join(f"{name}\t{code}\n" for name, code in sorted(names.items()))
    (LEXICON / "currency_names.txt").write_text(HEADER + rows, "utf-8")


def own_word(name: str, countries: set[str]) -> str:
    """The name without its country (盾 of 越南盾); empty where it begins with none of them."""
    for country in sorted(countries, key=len, reverse=True):
        if name.startswith(country) and len(name) > len(country):
            return name[len(country) :]
    return ""


if __name__ == "__main__":
    main()
