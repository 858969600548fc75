"""The policy record: a law, policy paper, plan or standard, one per document and title."""

from __future__ import annotations

from typing import Literal

from qextract.records.common import DateValue, Record, Text


class Policy(Record):
    """A policy document.

    `title` is without the outer 《》; `number` has its brackets normalised (国发〔2022〕1号,
    GB/T 19001-2016); `issuers` are those the text or the title names; `date` is when the `action`
    (印发, 修订) happened and `effective` when the document comes into force; `refers_to` are titles
    nested inside this one; `aliases` short forms the text introduces.
    """

    type: Literal["policy"] = "policy"
    title: Text
    doc_type: Text
    category: Literal["law", "regulation", "normative", "plan", "standard", "other"]
    number: Text | None
    issuers: list[Text]
    action: Text | None
    date: DateValue | None
    effective: DateValue | None
    refers_to: list[Text]
    aliases: list[Text]
