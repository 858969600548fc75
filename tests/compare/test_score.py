"""What counts as found, whole, missed and spurious, and which figures come of it."""

import pytest

from qextract.compare import Document, Gold, evaluate, figures

EVENT = {
    "date_text": "3月4日",
    "start": "2024-03-04",
    "end": "2024-03-04",
    "kind": "meeting",
    "name": "全市节水大会",
    "trigger": "召开",
    "location": "临川",
    "anchor": "3月4日,全市节水大会在临川召开",
}
OFFICIAL = {
    "name": "谷雨",
    "category": "government",
    "positions": [
        {"org": "市水务局", "title": "局长", "former": False},
        {"org": "市政府", "title": "副秘书长", "former": True},
    ],
}
POLICY = {
    "title": "临川市节水条例",
    "doc_type": "条例",
    "issuers": ["市人大常委会"],
    "number": "临政发〔2024〕1号",
}
METRIC = {
    "text": "300余家",
    "anchor": "为300余家企业",
    "value": 300,
    "comparator": "gt",
    "unit": "家",
    "subject": "企业",
    "period_start": "2023-01-01",
    "period_end": "2023-12-31",
}
GOLD = {"events": EVENT, "officials": OFFICIAL, "policies": POLICY, "metrics": METRIC}
RECORDS = {
    "events": {
        **{k: EVENT[k] for k in ("kind", "name", "trigger", "location")},
        "type": "event",
        "date": {"text": "3月4日", "start": "2024-03-04", "end": "2024-03-04"},
        "text": "3月4日,全市节水大会在临川召开",
    },
    "officials": {**OFFICIAL, "type": "official"},
    "policies": {**POLICY, "type": "policy"},
    "metrics": {
        **{k: METRIC[k] for k in ("text", "value", "comparator", "unit", "subject")},
        "type": "metric",
        "period": {"start": "2023-01-01", "end": "2023-12-31"},
    },
}


def gold(**entries):
    return Gold.model_validate({"doc": "a.txt", **entries})


def scored(wanted, *records, text=None):
    return evaluate([Document(gold(**wanted), records, text)])


def other(type_, **changes):
    return {**RECORDS[type_], **changes}


def former(value):
    return [{**OFFICIAL["positions"][0], "former": value}, OFFICIAL["positions"][1]]


def org(value):
    return [{**OFFICIAL["positions"][0], "org": value}, OFFICIAL["positions"][1]]


@pytest.mark.parametrize("type_", GOLD)
def test_the_same_is_found_and_whole(type_):
    made = scored({type_: [GOLD[type_]]}, RECORDS[type_])
    score = made.types[type_]
    assert (score.required, score.found, score.whole, score.spurious) == (1, 1, 1, 0)
    assert made.errors == []
    found = figures(made)
    assert {found[f"{type_}.{field.name}"] for field in matcher_fields(type_)} == {1.0}


def matcher_fields(type_):
    from qextract.compare.matching import MATCHERS

    return MATCHERS[type_].fields


@pytest.mark.parametrize(
    ("type_", "changes"),
    [
        ("events", {"name": "节水大会"}),
        ("events", {"trigger": None}),
        ("events", {"location": "临川市"}),
        ("officials", {"positions": OFFICIAL["positions"][::-1]}),
        ("officials", {"positions": org("临川市水务局")}),
        ("officials", {"category": "other"}),
        ("policies", {"title": "《临川市 节水条例》"}),
        ("policies", {"title": "临川市节水管理条例"}),  # the number is the same
        ("policies", {"issuers": ["临川市人大常委会"]}),
        ("metrics", {"subject": "全市企业"}),
        ("metrics", {"value": 300.0}),
        ("metrics", {"period": None}),
    ],
)
def test_still_whole(type_, changes):
    score = scored({type_: [GOLD[type_]]}, other(type_, **changes)).types[type_]
    assert (score.found, score.whole) == (1, 1)


@pytest.mark.parametrize(
    ("type_", "changes", "wrong"),
    [
        ("events", {"kind": "visit"}, ["kind"]),
        ("events", {"name": "全省质量奖颁奖典礼", "location": None}, ["name", "location"]),
        ("officials", {"positions": OFFICIAL["positions"][:1]}, ["title"]),
        ("officials", {"positions": former(True)}, ["former"]),
        ("officials", {"positions": org("市教育局")}, ["org"]),
        ("officials", {"positions": org(None)}, ["org"]),
        ("policies", {"doc_type": "办法"}, ["doc_type"]),
        ("policies", {"number": None, "issuers": []}, ["number", "issuers"]),
        ("metrics", {"comparator": "eq"}, ["comparator"]),
        ("metrics", {"subject": "社区"}, ["subject"]),
    ],
)
def test_found_with_wrong_fields(type_, changes, wrong):
    made = scored({type_: [GOLD[type_]]}, other(type_, **changes))
    score, found = made.types[type_], figures(made)
    assert (score.found, score.whole, score.spurious) == (1, 0, 0)
    assert (found[f"{type_}.found"], found[f"{type_}.whole"]) == (1.0, 0.0)
    (error,) = made.errors
    assert (error.error, list(error.fields)) == ("wrong", wrong)
    assert {name for name in wrong if found[f"{type_}.{name}"] == 0.0} == set(wrong)


@pytest.mark.parametrize(
    ("type_", "changes"),
    [
        ("events", {"date": {"text": "3月5日", "start": "2024-03-05", "end": "2024-03-05"}}),
        ("events", {"trigger": "印发", "name": None, "text": "印发节水方案"}),
        ("officials", {"name": "谷玉"}),
        ("policies", {"title": "临川市供水条例", "number": None}),
        ("metrics", {"value": 301}),
        ("metrics", {"unit": "户"}),
        ("metrics", {"value_max": 500}),
    ],
)
def test_missed_and_spurious(type_, changes):
    made = scored({type_: [GOLD[type_]]}, other(type_, **changes))
    score = made.types[type_]
    assert (score.found, score.missed, score.spurious) == (0, 1, 1)
    assert figures(made)[f"{type_}.found"] == 0.0
    assert [error.error for error in made.errors] == ["missed", "spurious"]


def test_what_is_not_required_counts_neither_way():
    optional = {**METRIC, "required": False}
    for records in ((), (RECORDS["metrics"],)):
        made = scored({"metrics": [optional]}, *records)
        score = made.types["metrics"]
        assert (score.required, score.spurious, score.optional) == (0, 0, len(records))
        assert figures(made)["metrics.found"] is None
        assert made.errors == []


def test_a_required_entry_goes_before_an_optional_one():
    optional = {**METRIC, "required": False}
    made = scored({"metrics": [optional, METRIC]}, RECORDS["metrics"])
    assert made.types["metrics"].found == 1


def test_the_likest_pair_wins():
    wanted = [METRIC, {**METRIC, "subject": "社区"}]
    given = [other("metrics", subject=subject) for subject in ("社区", "企业")]
    assert scored({"metrics": wanted}, *given).types["metrics"].whole == 2


def test_an_event_without_a_year_is_told_by_how_its_date_is_written():
    wanted = {**EVENT, "start": None, "end": None}
    given = other("events", date={"text": "3月4日上午", "start": None, "end": None})
    assert scored({"events": [wanted]}, given).types["events"].whole == 1


def test_a_bare_kind_word_may_stand_on_one_side():
    wanted = {**EVENT, "name": "新闻发布会"}
    assert scored({"events": [wanted]}, other("events", name=None)).types["events"].whole == 1


def test_figures_by_hand():
    """3 required; 2 found, of which 1 whole; 2 spurious; 1 optional."""
    wanted = [
        METRIC,
        {**METRIC, "value": 5, "comparator": "eq"},
        {**METRIC, "value": 7},
        {**METRIC, "value": 9, "required": False},
    ]
    given = [RECORDS["metrics"], *(other("metrics", value=value) for value in (5, 9, 11, 13))]
    made = scored({"metrics": wanted, "officials": [OFFICIAL]}, *given, RECORDS["officials"])
    found = figures(made)
    assert found["metrics.found.precision"] == 0.5
    assert found["metrics.found.recall"] == 0.6667
    assert found["metrics.found"] == 0.5714
    assert found["metrics.whole.precision"] == 0.25
    assert found["metrics.whole.recall"] == 0.3333
    assert found["metrics.whole"] == 0.2857
    assert found["metrics.comparator"] == 0.5
    assert found["macro.found"] == round((0.5714 + 1) / 2, 4)
    assert found["micro.found"] == round(2 * 3 / (5 + 4), 4)
    assert found["events.found"] is None


def test_posts_of_found_officials():
    made = scored({"officials": [OFFICIAL]}, other("officials", positions=org("市教育局")))
    assert made.positions == (2, 2, 1)
    assert figures(made)["officials.positions"] == 0.5


def test_rules_are_told_apart():
    optional = {**METRIC, "value": 9, "required": False}
    given = [
        other("metrics", rule="metric.a"),
        other("metrics", value=9, rule="metric.a"),
        other("metrics", value=11, rule="metric.b"),
    ]
    rules = scored({"metrics": [METRIC, optional]}, *given).rules
    a, b = rules["metric.a"], rules["metric.b"]
    assert (a.records, a.found, a.whole, a.optional, a.spurious) == (2, 1, 1, 1, 0)
    assert (b.records, b.found, b.whole, b.optional, b.spurious) == (1, 0, 0, 0, 1)


ARTICLE = {"title": "节水 “大会”", "published": "2024-03-01", "authors": ["谷雨", "林一舟"]}


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"title": "节水大会", "published": "2024-03-01T08:00"}, []),
        ({"authors": ["林一舟", "谷雨"]}, []),
        ({"authors": []}, ["authors"]),
        ({"title": None, "published": "2024-03-02"}, ["title", "published"]),
    ],
)
def test_fields_of_the_article(changes, wrong):
    made = scored({"article": ARTICLE}, {"type": "article", **ARTICLE, **changes})
    assert [error.fields for error in made.errors] == [(name,) for name in wrong]
    assert figures(made)["article"] == round((3 - len(wrong)) / 3, 4)
    assert figures(made)["article.publisher"] is None  # gold does not ask for it


def test_only_some_types():
    document = Document(gold(metrics=[METRIC], article=ARTICLE), [])
    made = evaluate([document], ["events"])
    assert set(made.types) == {"events"}
    assert (made.errors, made.asks("article")) == ([], False)
    assert "metrics.found" not in figures(made)


TEXT = "节水大会\n\n3月4日,全市節水大會在臨川召開。\n為300餘家企業\n"


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ({"events": [EVENT]}, 3),  # the anchor is found in the repaired text
        ({"metrics": [METRIC]}, 4),
        ({"policies": [POLICY]}, None),
    ],
)
def test_lines_of_what_is_missed(entry, line):
    (error,) = scored(entry, text=TEXT).errors
    assert (error.error, error.line) == ("missed", line)


def test_lines_of_what_is_there():
    spurious = other("metrics", text="300餘家", span={"start": 25, "end": 30})
    start = TEXT.index("300餘家")
    spurious["span"] = {"start": start, "end": start + 5}
    made = scored({}, spurious, text=TEXT)
    assert [(error.error, error.line) for error in made.errors] == [("spurious", 4)]
    assert (made.ungrounded, figures(made)["grounded"]) == (0, 1.0)


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({}, []),
        ({"text": "300余家"}, ["span"]),
        ({"span": {"start": 0, "end": 5}}, ["span"]),
        ({"grounding": {"value": {"start": 0, "end": 999}}}, ["grounding.value"]),
        ({"grounding": {"value": {"start": 2, "end": 2}}, "text": ""}, ["span", "grounding.value"]),
    ],
)
def test_what_does_not_lead_back_to_the_text(changes, faults):
    start = TEXT.index("300餘家")
    record = other("metrics", text="300餘家", span={"start": start, "end": start + 5})
    made = scored({"metrics": [METRIC]}, {**record, **changes}, text=TEXT)
    assert made.ungrounded == len(faults)
    assert [f for e in made.errors if e.error == "ungrounded" for f in e.fields] == faults
    assert figures(made)["grounded"] == float(not faults)


def test_without_a_text_nothing_is_said_of_spans():
    made = scored({"metrics": [METRIC]}, RECORDS["metrics"])
    assert (made.ungrounded, figures(made)["grounded"]) == (0, None)
