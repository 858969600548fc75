"""A small page and its records, to be broken."""

import json

import qextract

PAGE = """云川市召开质量大会

本报2023年4月12日讯(记者 高远)4月12日,云川市质量大会在云川召开。市政府印发《云川市质量强市行动方案》。
2022年全市新增认证证书300至350张,合格率达到98.5%。
市委书记、市人大常委会主任林一舟出席会议并讲话。副市长周明远主持会议。
"""


def made(doc_id="a.txt", page=PAGE):
    return [json.loads(r.model_dump_json()) for r in qextract.extract(page, doc_id=doc_id)]


def line(record):
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def written(folder, records, name="records.jsonl"):
    path = folder / name
    path.write_text("".join(each if isinstance(each, str) else line(each) for each in records))
    return path
