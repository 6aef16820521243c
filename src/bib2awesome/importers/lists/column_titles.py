"""The titles of columns, in English, Chinese, Japanese and Korean: what each says of its cells."""

from __future__ import annotations

import re

__all__ = ["is_count_column", "is_venue_column", "said_in"]

_ROLES = tuple(
    (role, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for role, words in (
        ("about", r"\w+ types?"),
        ("employers", r"organi[sz]ations?|institut(?:e|ion)s?|affiliations?"),
        ("title", r"titles?|papers? titles?|papers?|publications?|citations?|references?|articles?|works?"),
        ("authors", r"authors?"),
        ("venue", r"venues?|pub\.?|published|publisher|conference|journal|conf|source|where"),
        ("date", r"dates?|years?|time|month"),
        ("links", r"code|codes|github|git|repo\w*|links?|urls?|pdf|arxiv|web ?site|website|project|page|demo|doi"),
        ("name", r"names?|models?|methods?|algorithms?|abbr\w*|acronym|alias|tool|system|framework|datasets?|benchmarks?"),
        ("about", r"descriptions?|notes?|details?|info\w*|summary|comments?|remarks?|highlights?|features?"),
    )
)  # fmt: skip
_OTHER_SCRIPTS = tuple(
    (role, re.compile("|".join(words.split())))
    for role, words in (
        ("about", "备注 备考 備考 備註 说明 說明 描述 简介 摘要 总结 笔记 要旨 概要 关键词 关键字 關鍵 キーワード 标签 领域 領域 分野 分类 分類 类别 类型"),
        ("about", "비고 설명 요약 초록 키워드 분야 분류 유형"),
        ("employers", "机构 機構 机関 機関 单位 單位 组织 組織 所属 기관 소속"),
        ("links", "链接 鏈接 連結 代码 代碼 源码 网址 地址 主页 リンク コード 링크 코드"),
        ("authors", "作者 著者 一作 저자"),
        ("venue", "会议 會議 会議 期刊 刊物 学会 來源 来源 出处 학회 저널 발표처"),
        ("date", "日期 时间 時間 年 日付 날짜 연도 발행일"),
        ("title", "标题 標題 题目 題目 题名 论文 論文 文献 文章 タイトル 제목 논문"),
        ("name", "名称 名稱 简称 缩写 模型 モデル 모델"),
    )
)  # fmt: skip
"""With no blanks between words, what is said more closely comes first: links before titles in `论文链接`."""
_VENUES = re.compile(
    r"\b(?:venues?|pub\.?|published|publications?|conference|journal|conf)\b", re.IGNORECASE
)
_COUNTS = re.compile(r"(?:no|nr|num|number|id|index|rank|序号|编号)?\.?|#", re.IGNORECASE)


def said_in(title: str) -> str:
    """Return what a column of this title holds, "" where that is open."""
    said = next((role for role, pattern in _ROLES if pattern.search(title)), "")
    return said or _said_in_other_script(title)


def _said_in_other_script(title: str) -> str:
    if title.isascii():
        return ""
    return next((role for role, pattern in _OTHER_SCRIPTS if pattern.search(title)), "")


def is_count_column(title: str) -> bool:
    """Whether numbers in a column of this title only count the rows."""
    return _COUNTS.fullmatch(title.strip()) is not None


def is_venue_column(title: str) -> bool:
    """Whether what stands in a column of this title is a venue, known or not."""
    return _VENUES.search(title) is not None or _said_in_other_script(title) == "venue"
