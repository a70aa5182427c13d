"""What a customer sees of an HTML mail."""

import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.sources.markup.html import read
from apologint.text.mapped import MappedText


def shown(markup):
    """What is read of a mail: its words without what is skipped in them."""
    seen = read(MappedText.of_file(markup))
    text = seen.text.text
    for region in reversed(seen.skip):
        text = text[: region.start] + text[region.end :]
    return text


def gaps(markup):
    seen = read(MappedText.of_file(markup))
    return [seen.text.text[gap.start : gap.end] for gap in seen.placeholders]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>Dear Ana,</p><p>We lost it.</p>", "Dear Ana,\n\nWe lost it."),
        ("<p>Dear Ana,\n<p>We lost it.", "Dear Ana,\n\nWe lost it."),
        ("Dear Ana,<br>We lost it.<br/>Bo", "Dear Ana,\nWe lost it.\nBo"),
        ("Dear Ana,<br><br>We lost it.", "Dear Ana,\n\nWe lost it."),
        ("<div>Dear Ana,</div><div>We lost it.</div>", "Dear Ana,\nWe lost it."),
        ("<div>Dear Ana,</div><div><br></div><div>We lost it.</div>", "Dear Ana,\n\nWe lost it."),
        ("<td>Days</td><td>Nine</td>", "Days\n\nNine"),
        ("<ul>\n<li>a card</li>\n<li><p>a refund</p></li></ul>", "• a card\n\n• a refund"),
        ("We <b>lo</b>st it", "We lost it"),
        ("We\n   lost\t it", "We lost it"),
        ("We <b> lost </b> it", "We lost it"),
        ("<p> We lost it. </p>", "We lost it."),
        ('See <a href="https://example.com/?a=1&b=2">the form</a>.', "See the form."),
        ("<button>Get it back</button>", "Get it back"),
        ('<img src="a.png" alt="a photo">We lost it', "We lost it"),
        ("We lost it, R&D and AT&T", "We lost it, R&D and AT&T"),
        ("we&nbsp;lost &quot;it&quot; &#8211; caf&eacute; &copy;", 'we lost "it" – café ©'),
        ("&copy2024 Bo &amp Co", "©2024 Bo & Co"),
        ("par&shy;cel, par\u200bcel, par<wbr>cel", "parcel, parcel, parcel"),
        ("1 < 2 and <3 and a <", "1 < 2 and <3 and a <"),
    ],
)
def test_it_reads_as_it_is_laid_out(markup, words):
    assert shown(markup) == words


@pytest.mark.parametrize(
    "unseen",
    [
        "<style>p { color: red }</style>",
        "<script>if (a < b) sorry();</script>",
        "<head><title>Late</title><style>a</style></head>",
        "<head><meta charset='utf-8'><body>",
        "<template><p>ask</p></template>",
        "<!-- ask <b>legal</b> -->",
        "<!--[if mso]><p>for Outlook</p><![endif]-->",
        "<!--[if !mso]><!-->",
        "<![if !mso]>",
        "<!-->",
        "<!DOCTYPE html>",
        "<?xml version='1.0'?>",
        '<div style="color:red; display : none">a<div>b</div>c</div>',
        "<p hidden>ask</p>",
        "<blockquote type=cite>You lost it!</blockquote>",
        '<div class="gmail_quote">On Monday you <div>lost it</div></div>',
        "<mj-attributes><mj-text color='red'>x</mj-text></mj-attributes>",
        "<mj-style>p {}</mj-style>",
        "<code>ERR_42</code>",
        "<pre>ERR\n42</pre>",
        "<svg><text>logo</text></svg>",
    ],
)
def test_what_is_not_shown_or_not_ours_is_not_read(unseen):
    assert shown(f"<p>We lost it.</p>{unseen}<p>We are sorry.</p>") == "We lost it.\n\nWe are sorry."


def test_the_preview_in_the_list_of_mails_is_read():
    markup = '<div style="display:none">About your parcel &zwnj;&nbsp;&zwnj;&nbsp;</div><p>Dear Ana,</p>'
    assert shown(markup) == "About your parcel\n\nDear Ana,"
    assert shown("<mjml><mj-head><mj-preview>About it</mj-preview></mj-head><mj-body><mj-text>Dear Ana,") == (
        "About it\n\nDear Ana,"
    )


def test_the_line_that_introduces_earlier_mail_is_not_read():
    markup = "<p>We are sorry.</p>On 3 May 2026, Ana wrote:<blockquote>You lost it!</blockquote>"
    assert shown(markup).strip() == "We are sorry."
    assert shown("<p>You said:</p><blockquote>You lost it!</blockquote>We did.") == "You said:\n\nWe did."


def test_what_stands_below_a_reply_in_outlook_is_not_read():
    headers = "<b>From:</b> Ana &lt;ana@example.com&gt;<br><b>Sent:</b> 3 May<br><b>To:</b> Bo<br><b>Subject:</b> Late"
    assert shown(f"<p>We are sorry.</p><p>{headers}</p><p>You lost it!</p>").strip() == "We are sorry."
    assert shown('<p>We are sorry.</p><div id="divRplyFwdMsg">x</div><p>You lost it!</p>') == "We are sorry."


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>Hi {{ a < b }},</p>", ["{{ a < b }}"]),
        ('<p>Hi <attribute key="user.name" default="there"/>,</p>', ['<attribute key="user.name" default="there"/>']),
        ("<p>Hi <%= a > b %>,</p>", ["<%= a > b %>"]),
        ('<p>Hi {{ name | default: "<b>you</b>" }},</p>', ['{{ name | default: "<b>you</b>" }}']),
        ("<p>Hi {!Contact.FirstName},</p>", ["{!Contact.FirstName}"]),
        ("<p>Hi &lt;customer name&gt;,</p>", ["<customer name>"]),
        ("<p>Hi [Customer <b>Name</b>],</p>", ["[Customer Name]"]),
        ("<p>Hi &lt;&lt;First Name&gt;&gt;,</p>", ["&lt;&lt;First Name&gt;&gt;"]),
        ('<a href="{{ link }}">see</a><style>a {color}</style>', []),
    ],
)
def test_placeholders_are_found_before_tags(markup, found):
    assert gaps(markup) == found


def test_template_tags_inside_and_around_html_tags_are_not_read():
    markup = '<p {% if a > b %}class="x"{% endif %}>{% if late %}We are late.{% else %}We lost it.{% endif %}</p>'
    assert shown(markup) == "We are late.We lost it."


def test_words_in_cdata_are_read_as_html():
    assert shown("<td><![CDATA[<div>Dear&nbsp;Ana,</div>]]></td>") == "Dear Ana,"


BROKEN = ["<", ">", "</", "<p", "<p>", "</p>", '<a x="', "='", '"', "<!--", "-->", "<![CDATA[", "]]>", "&", "&amp;",
          "&#", "<style>", "</style>", "<head>", "<div hidden>", "</div>", "<code>", "<blockquote>", "<li>", "<br>",
          "{{", "}}", "{%", "%}", "\0", " ", "\n", "word", "é😀"]  # fmt: skip


@given(st.lists(st.sampled_from(BROKEN), max_size=40).map("".join))
def test_however_broken_it_is_read_and_every_word_stands_in_the_file(markup):
    seen = read(MappedText.of_file(markup))
    for word in re.finditer(r"word|é😀", seen.text.text):
        place = seen.text.in_file(*word.span())
        assert markup[place.start : place.end] == word[0]
    assert all(0 <= skip.start < skip.end <= len(seen.text) for skip in seen.skip)


WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"], exclude_characters="{}[]<>%"), min_size=1, max_size=8
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=5))
def test_what_html_writes_is_read_back_in_its_place(paragraphs):
    markup = "".join(f"<p>{html.escape(' '.join(words))}</p>\n" for words in paragraphs)
    seen = read(MappedText.of_file(markup))
    assert [block.split() for block in seen.text.text.split("\n\n")] == paragraphs
    for offset, character in enumerate(seen.text.text):
        place = seen.text.in_file(offset, offset + 1)
        if character not in "\n":
            assert html.unescape(markup[place.start : place.end]) == character


@pytest.mark.parametrize(
    "mark",
    [*BROKEN, "<a", '<a ="', '<a =">"', "<style", "<script>", "<!", "<div>", "<div hidden>", "<!--[if", "&a", "&#1",
     "<p>x</p>", "<pre>", "<b>a ", "a: b@c\n", "<blockquote>", "</blockquote>", "<blockquote>1:</blockquote>"],
)  # fmt: skip
def test_it_is_read_in_linear_time(mark):
    began = time.process_time()
    read(MappedText.of_file(mark * (200_000 // len(mark))))
    assert time.process_time() - began < 4
