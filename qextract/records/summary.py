"""A record in one line, for people: rule examples, tables, differences."""

from __future__ import annotations

from qextract.records import Article, Event, Metric, Official, Policy, Record


def summary(record: Record) -> str:
    """One line that tells the record's key fields; `-` stands for null."""
    match record:
        case Metric():
            value = str(record.value)
            if record.value_max is not None:
                value += f"..{record.value_max}"
            return f"{record.comparator} {value} {record.unit or '-'} {record.subject or '-'}"
        case Official():
            posts = (f"{p.org or '-'}/{p.title}{'*' * p.former}" for p in record.positions)
            return f"{record.name}: {', '.join(posts)}"
        case Policy():
            issuers = ",".join(record.issuers) or "-"
            return f"{record.title} | {record.doc_type} | {record.number or '-'} | {issuers}"
        case Event():
            parts = (record.kind, record.trigger, record.name, record.location)
            return " | ".join((record.date.edtf, *(part or "-" for part in parts)))
        case Article():
            return " | ".join(p or "-" for p in (record.title, record.publisher, record.published))
        case _:
            raise TypeError(f"no summary for {type(record).__name__}")
