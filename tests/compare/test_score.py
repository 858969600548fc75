"""The scorer: what counts as found, whole, missed and spurious."""

from qextract.compare.score import article_fields, score

METRIC = {
    "text": "300余家",
    "value": 300,
    "value_max": None,
    "comparator": "gt",
    "unit": "家",
    "subject": "企业",
    "required": True,
}
EMPTY = {"doc": "a.txt", "events": [], "officials": [], "policies": [], "metrics": []}


def record(**changes):
    return {"type": "metric", **{k: v for k, v in METRIC.items() if k != "required"}, **changes}


def metrics(gold, *records):
    return score([({**EMPTY, "metrics": gold}, records)])["metric"]


def test_found_and_whole():
    got = metrics([METRIC], record())
    assert (got.found, got.whole, got.spurious) == (1, 1, 0)
    assert (got.found_f1, got.whole_f1) == (1.0, 1.0)


def test_found_but_not_whole():
    got = metrics([METRIC], record(comparator="eq"))
    assert (got.found, got.whole) == (1, 0)
    assert got.whole_f1 == 0.0


def test_a_subject_may_be_a_part_of_the_other():
    assert metrics([METRIC], record(subject="全市企业")).whole == 1


def test_missed_and_spurious():
    got = metrics([METRIC], record(value=301))
    assert (got.found, got.spurious, got.found_f1) == (0, 1, 0.0)
    assert [what for _, what, _ in got.errors] == ["missed", "spurious"]


def test_what_is_not_required_counts_neither_way():
    optional = {**METRIC, "required": False}
    assert metrics([optional], record()).found_f1 == 1.0
    assert metrics([optional]).found_f1 == 1.0


def test_the_likest_pair_wins():
    other = {**METRIC, "subject": "社区"}
    got = metrics([METRIC, other], record(subject="社区"), record(subject="企业"))
    assert got.whole == 2


def test_article_fields_ignore_quotes_and_spaces():
    gold = {
        "doc": "a",
        "article": {"title": "节水 “大会”", "published": "2024-03-01", "authors": ["谷雨"]},
    }
    good = {
        "type": "article",
        "title": "节水大会",
        "published": "2024-03-01T08:00",
        "authors": ["谷雨"],
    }
    assert article_fields([(gold, [good])]) == []
    assert len(article_fields([(gold, [{**good, "authors": []}])])) == 1
