"""The policy record: a law, policy paper, plan or standard, one per document and title."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from qextract.records.common import DateValue, Record, Text


class Policy(Record):
    """A law, regulation, policy paper, plan or standard, one for each title in a page."""

    type: Literal["policy"] = "policy"
    title: Text = Field(description="Without the outer 《》: 关于推进质量强省建设的实施意见.")
    doc_type: Text = Field(
        description="法, 条例, 规定, 办法, 决定, 意见, 通知, 纲要, 规划, 方案, 细则, 标准, ..."
    )
    category: Literal["law", "regulation", "normative", "plan", "standard", "other"] = Field(
        description="The kind of document."
    )
    number: Text | None = Field(
        description="国发〔2022〕1号, GB/T 19001-2016; brackets normalised."
    )
    issuers: list[Text] = Field(
        description="Organisations that the text, or the title itself, says issued it."
    )
    action: Text | None = Field(
        description="What is said to be done with it: 印发, 出台, 修订, 通过, 贯彻落实."
    )
    date: DateValue | None = Field(description="When that was done, where the text says so.")
    effective: DateValue | None = Field(
        description="When it comes into force: 自2024年1月1日起施行."
    )
    refers_to: list[Text] = Field(
        description="Titles nested inside this one: 〈中华人民共和国产品质量法〉."
    )
    aliases: list[Text] = Field(
        description="Short forms that the text introduces: (以下简称《纲要》)."
    )
