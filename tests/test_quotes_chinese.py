"""Who said what in Chinese news, as tables of (text, expected utterances)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quotes import Quote, find_quotes

# An utterance, its speaker, and how the speaker is known.
Expected = tuple[str, str | None, str]

DIRECT = [
    # the speaker before, after, between
    (
        "外交部发言人汪文斌说：“大桥将于五月开放。费用不会增加。”",
        [("“大桥将于五月开放。费用不会增加。”", "汪文斌", "stated")],
    ),
    ("“大桥将于五月开放，”汪文斌说。", [("“大桥将于五月开放，”", "汪文斌", "stated")]),
    ("“大桥将于五月开放。”汪文斌说。", [("“大桥将于五月开放。”", "汪文斌", "stated")]),
    ("“大桥将于五月开放”，汪文斌强调。", [("“大桥将于五月开放”", "汪文斌", "stated")]),
    (
        "“大桥五月开放。”市长陈丽华说，“费用不会增加。”",
        [("“大桥五月开放。”市长陈丽华说，“费用不会增加。”", "陈丽华", "stated")],
    ),
    (
        "“我们很担心。”渔民李大海说。“鱼越来越少了。”",
        [
            ("“我们很担心。”", "李大海", "stated"),
            ("“鱼越来越少了。”", "李大海", "inferred"),
        ],
    ),
    ("42岁的渔民李大海坦言：“我怕。”", [("“我怕。”", "李大海", "stated")]),
    (
        "市长陈丽华说：“桥是安全的。”她补充道：“检查每周一次。”",
        [
            ("“桥是安全的。”", "陈丽华", "stated"),
            ("“检查每周一次。”", "陈丽华", "inferred"),
        ],
    ),
    (
        "泽连斯基说：“我们需要飞机，”他还说，“和导弹。”",
        [
            ("“我们需要飞机，”", "泽连斯基", "stated"),
            ("“和导弹。”", "泽连斯基", "inferred"),
        ],
    ),
    # several paragraphs, other marks, traditional characters
    (
        "市长陈丽华说：“桥是安全的。\n“检查每周一次。”",
        [("“桥是安全的。\n“检查每周一次。”", "陈丽华", "stated")],
    ),
    (
        "外交部發言人汪文斌說：「大橋將於五月開放。」",
        [("「大橋將於五月開放。」", "汪文斌", "stated")],
    ),
    ("汪文斌說：『大橋五月開放。』", [("『大橋五月開放。』", "汪文斌", "stated")]),
    ('汪文斌说："大桥五月开放。"他没有多谈。', [('"大桥五月开放。"', "汪文斌", "stated")]),
    # a colon without a verb
    (
        "毛宁：大桥将于五月开放。这是好消息。",
        [("大桥将于五月开放。这是好消息", "毛宁", "stated")],
    ),
]

REPORTED = [
    (
        "外交部发言人汪文斌22日在例行记者会上表示，中方反对关闭大桥。",
        [("中方反对关闭大桥", "汪文斌", "stated")],
    ),
    (
        "外交部發言人汪文斌週三在記者會上表示，中方反對關閉大橋。",
        [("中方反對關閉大橋", "汪文斌", "stated")],
    ),
    ("据外交部长王毅介绍，会谈取得了成果。", [("会谈取得了成果", "王毅", "stated")]),
    ("据新华社报道，王毅周三表示，会谈很顺利。", [("会谈很顺利", "王毅", "stated")]),
    ("对此，汪文斌表示“强烈谴责”。", [("“强烈谴责”", "汪文斌", "stated")]),
    ("日前，汪文斌回应称，消息不属实。", [("消息不属实", "汪文斌", "stated")]),
    ("王毅在接受采访时表示，谈判很难。", [("谈判很难", "王毅", "stated")]),
    ("渔民李大海告诉记者，今年的鱼很少。", [("今年的鱼很少", "李大海", "stated")]),
    (
        "北京大学国际关系学院教授贾庆国认为，形势复杂。",
        [("形势复杂", "贾庆国", "stated")],
    ),
    (
        "两国合作没有止境，外交部发言人汪文斌说。",
        [("两国合作没有止境", "汪文斌", "stated")],
    ),
    ("汪文斌（Wang Wenbin）表示，中方愿意合作。", [("中方愿意合作", "汪文斌", "stated")]),
    ("小说家莫言说，他正在写新书。", [("他正在写新书", "莫言", "stated")]),
    (
        "汪文斌称此举是“完全错误的，必须纠正”。",
        [("此举是“完全错误的，必须纠正”", "汪文斌", "stated")],
    ),
    # one sentence, two verbs
    (
        "王毅表示，美方称中国违约是错误的，并强调，中方从未违约。",
        [
            ("美方称中国违约是错误的", "王毅", "stated"),
            ("中方从未违约", "王毅", "stated"),
        ],
    ),
    (
        "汪文斌重申了中方立场，拉夫罗夫则说，俄方支持。",
        [("中方立场", "汪文斌", "stated"), ("俄方支持", "拉夫罗夫", "stated")],
    ),
    (
        "汪文斌主持例行记者会，并就台湾问题表示，立场没有改变。",
        [("立场没有改变", "汪文斌", "stated")],
    ),
    # foreign names
    (
        "俄罗斯总统弗拉基米尔·普京抵达北京。普京说，友谊牢不可破。",
        [("友谊牢不可破", "弗拉基米尔·普京", "stated")],
    ),
    ("美国总统拜登周三在白宫表示，他将访问华沙。", [("他将访问华沙", "拜登", "stated")]),
    (
        "法国总统马克龙与德国总理朔尔茨会谈后表示，欧洲必须团结。",
        [("欧洲必须团结", "马克龙", "stated")],
    ),
    ("联合国秘书长古特雷斯警告说，时间不多了。", [("时间不多了", "古特雷斯", "stated")]),
    (
        "俄罗斯外交部发言人玛丽亚·扎哈罗娃在北京。扎哈罗娃强调，前提是停火。",
        [("前提是停火", "玛丽亚·扎哈罗娃", "stated")],
    ),
    ("日本首相岸田文雄呼吁各国团结。", [("各国团结", "岸田文雄", "stated")]),
    ("民進黨主席賴清德說，船會回來。", [("船會回來", "賴清德", "stated")]),
    (
        "新华社北京3月30日电（记者王雪）外交部发言人毛宁30日表示，大桥安全。",
        [("大桥安全", "毛宁", "stated")],
    ),
    ("李强总理在会上指出，经济向好。", [("经济向好", "李强", "stated")]),
    ("马云曾说过，今天很残酷。", [("今天很残酷", "马云", "stated")]),
    (
        "据路透社报道，拜登在电话中告诉泽连斯基，援助会继续。",
        [("援助会继续", "拜登", "stated")],
    ),
    # organisations
    ("白宫说，总统将于周五访问港口。", [("总统将于周五访问港口", "白宫", "stated")]),
    ("外交部称，消息不属实。", [("消息不属实", "外交部", "stated")]),
    (
        "华星公司周二发布公告。该公司表示，工厂不会关闭。",
        [("工厂不会关闭", "华星公司", "inferred")],
    ),
]

INFERRED = [
    (
        "外交部长王毅会见来宾。王部长强调，大桥很重要。",
        [("大桥很重要", "王毅", "inferred")],
    ),
    (
        "外交部发言人汪文斌在北京开会。该发言人指出，港口没有关闭。",
        [("港口没有关闭", "汪文斌", "inferred")],
    ),
    (
        "汪文斌说，合作继续。外交部长王毅周三访问了喀布尔。他说，访问很顺利。",
        [("合作继续", "汪文斌", "stated"), ("访问很顺利", "王毅", "inferred")],
    ),
]

NOBODY = [
    ("“这是谁的港口？”\n“这是我们的港口。”", ["“这是谁的港口？”", "“这是我们的港口。”"]),
    ("一名不愿透露姓名的官员说，谈判已经破裂。", ["谈判已经破裂"]),
    ("王毅的发言人说，会谈顺利。", ["会谈顺利"]),
    ("他说，合作没有止境。", ["合作没有止境"]),
    ("公司表示，工厂不会关闭。", ["工厂不会关闭"]),
    ("外交部发言人表示，消息不属实。", ["消息不属实"]),
]

NOTHING = [
    "中国提出“一带一路”倡议。专家对此看法不一。",
    "汪文斌没有表示，会谈何时举行。",
    "汪文斌拒绝透露，会谈何时举行。",
    "王毅和拉夫罗夫表示，双方将继续合作。",
    "汪文斌援引王毅的话说，会谈顺利。",
    "文章称，大桥很旧。",
    "这部小说的名称很长，传说很多。",
    "时间：周三上午。",
    "据悉，大桥将于五月开放。",
]


def found(text: str, lang: str | None = "zh") -> list[Expected]:
    return [
        (quote.span.of(text), quote.speaker, quote.attribution)
        for quote in find_quotes(text, lang=lang)
    ]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_speech_is_its_speakers(text: str, expected: list[Expected]) -> None:
    assert found(text) == expected
    assert {quote.kind for quote in find_quotes(text, lang="zh")} == {"direct"}


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported_speech_is_its_speakers_and_ends_with_the_sentence(
    text: str, expected: list[Expected]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), INFERRED)
def test_pronouns_and_roles_mean_the_last_who_fits(text: str, expected: list[Expected]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOBODY)
def test_nobody_is_named_where_nobody_can_be_told(text: str, expected: list[str]) -> None:
    assert found(text) == [(said, None, "inferred") for said in expected]


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_says_is_no_utterance(text: str) -> None:
    assert found(text) == []


def test_the_role_stands_as_the_article_has_it_without_the_dateline() -> None:
    text = "新华社北京3月30日电（记者王雪）外交部发言人毛宁30日表示，大桥安全。"
    assert [quote.role for quote in find_quotes(text, lang="zh")] == ["外交部发言人"]


def test_a_question_is_the_interviewers_and_not_the_spokesmans() -> None:
    text = "有记者问：“大桥何时开放？”汪文斌说，五月。"
    asked, said = find_quotes(text, lang="zh")
    assert (asked.span.of(text), asked.speaker, asked.role) == ("“大桥何时开放？”", None, "记者")
    assert (said.span.of(text), said.speaker) == ("五月", "汪文斌")


def test_the_role_and_the_sentence_that_names_the_speaker_are_kept() -> None:
    text = "外交部长王毅周三抵达喀布尔。他表示，桥梁很重要。"
    (quote,) = find_quotes(text, lang="zh")
    assert quote.role == "外交部长"
    assert quote.named_in is not None
    assert quote.named_in.of(text) == "外交部长王毅周三抵达喀布尔。"
    assert (quote.cue, quote.rule, quote.kind) == ("表示", "pronoun", "reported")


@pytest.mark.parametrize("lang", ["zh", "zh-CN", "zh-tw", "zh_Hans", "ZH", None, ""])
def test_chinese_is_read_by_its_own_rules_whether_stated_or_told_from_the_text(
    lang: str | None,
) -> None:
    text = "外交部发言人汪文斌周三在例行记者会上说，大桥将于五月开放。"
    assert found(text, lang) == [("大桥将于五月开放", "汪文斌", "stated")]


@given(st.text('“”「」"（）：，。？说表示他她汪文斌王毅记者·在部长 \n', max_size=80))
def test_any_text_gives_quotes_that_lie_in_it(text: str) -> None:
    for quote in find_quotes(text, lang="zh"):
        assert isinstance(quote, Quote)
        assert 0 <= quote.sentences.start <= quote.span.start < quote.span.end
        assert quote.span.end <= quote.sentences.end <= len(text)


CONFERENCE = """法新社记者:英国外交大臣今天访华。中方有何评论?

汪文斌:昨天我已经做了介绍。

克莱弗利访华期间,双方将就中英关系深入沟通。希望英方同中方一道努力。

路透社记者:外交部对“垃圾伪装”有何评论?

汪文斌:我不了解你提到的情况。

共同社记者：日方称将申诉。中方对此有何评论？

汪文斌：中方已多次表明立场。

（完）"""


def test_an_answer_at_a_press_conference_goes_on_over_its_paragraphs() -> None:
    title = "2023年8月30日外交部发言人汪文斌主持例行记者会"
    found = find_quotes(CONFERENCE, title=title, lang="zh")
    said = [one for one in found if one.speaker == "汪文斌"]
    assert [one.span.of(CONFERENCE) for one in said] == [
        "昨天我已经做了介绍。\n\n克莱弗利访华期间,双方将就中英关系深入沟通。希望英方同中方一道努力",
        "我不了解你提到的情况",
        "中方已多次表明立场",
    ]
    assert {one.role for one in said} == {"外交部发言人"}
