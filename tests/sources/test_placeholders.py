"""Gaps that are filled later, in the dialects of help desks and mail templates."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.model import Region
from apologint.sources.placeholders import find_gaps


def names(text: str) -> list[str]:
    return [gap.name for gap in find_gaps(text).placeholders]


def words(text: str) -> list[str]:
    return [text[gap.start : gap.end] for gap in find_gaps(text).placeholders]


def tags(text: str) -> list[str]:
    return [text[tag.start : tag.end] for tag in find_gaps(text).tags]


@pytest.mark.parametrize(
    ("dialect", "text", "name"),
    [
        ("Zendesk, Freshdesk, Chatwoot, Shopify", "{{ticket.requester.first_name}}", "ticket.requester.first_name"),
        ("Liquid with a fallback", "{{ name | default: 'there' }}", "name | default: 'there'"),
        ("HubSpot", '{{ personalization_token("contact.firstname","there") }}', None),
        ("Salesforce Lightning", "{{{Recipient.FirstName}}}", "Recipient.FirstName"),
        ("Salesforce Classic", "{!Contact.FirstName}", "Contact.FirstName"),
        ("Help Scout", "{%customer.firstName,fallback=there%}", "customer.firstName"),
        ("Help Scout, empty fallback", "{%customer.firstName,fallback=%}", "customer.firstName"),
        ("Zammad", "#{t(ticket.state.name)}", "t(ticket.state.name)"),
        ("osTicket, Rails", "%{ticket.name.first}", "ticket.name.first"),
        ("Discourse", "%{my_name,fallback:there}", "my_name,fallback:there"),
        ("Zoho Desk, with a blank", "${Cases.Contact Name}", "Cases.Contact Name"),
        ("Request Tracker", "{$Ticket->Subject}", "Ticket->Subject"),
        ("ERB", "<%= user.name %>", "user.name"),
        ("Intercom", '<attribute key="user.name" default="there"/>', None),
        ("OTRS", "<OTRS_CUSTOMER_REALNAME>", "OTRS_CUSTOMER_REALNAME"),
        ("Mailchimp", "*|FNAME|*", "FNAME"),
        ("Quicktext", "[[TO=firstname]]", "TO=firstname"),
        ("GOV.UK Notify", "((name))", "name"),
        ("double hash", "##order.id##", "order.id"),
        ("gettext", "%(name)s", "name"),
        ("LiveChat", "%name%", "name"),
        ("guillemets", "«First Name»", "First Name"),
        ("mail merge", "<<First Name>>", "First Name"),
        ("mail merge in HTML", "&lt;&lt;First Name&gt;&gt;", "First Name"),
        ("Live Helper Chat", "{nick}", "nick"),
        ("Mautic", "{contactfield=firstname|there}", "contactfield=firstname|there"),
        ("Python", "{0}", "0"),
        ("Thai", "{ชื่อ_CS}", "ชื่อ_CS"),
        ("printf", "%s", "s"),
        ("Marketing Cloud", "%%First Name%%", "First Name"),
        ("ERB with a comparison", "<%= a < b %>", "a < b"),
        ("Liquid with a comparison", "{{ a < b }}", "a < b"),
        ("a hash in a field", "{{ t('mail.late', {days: 3}) }}", None),
    ],
)
def test_a_machine_fills_a_merge_field(dialect: str, text: str, name: str | None) -> None:
    (gap,) = find_gaps(f"Dear {text}, we are sorry.").placeholders
    assert (gap.start, gap.end, gap.fill_in) == (5, 5 + len(text), False)
    assert name is None or gap.name == name


@pytest.mark.parametrize(
    "text",
    [
        "[ORDER NUMBER]",
        "[Customer Name]",
        "[link]",
        "[date]",
        "[Your Name]",
        "[system glitch, processing error, etc.]",
        "[ครับ/ค่ะ]",
        "<customer name>",
        "&lt;insert reason&gt;",
        "XXXX",
        "XX/XX/XXXX",
        "____",
    ],
)
def test_a_person_fills_a_fill_in(text: str) -> None:
    (gap,) = find_gaps(f"We refund it by {text} at the latest.").placeholders
    assert (gap.start, gap.end, gap.fill_in) == (16, 16 + len(text), True)
    assert gap.name in text


@pytest.mark.parametrize(
    "text",
    [
        "see [the form](https://example.com/form)",
        "see [the form][form]",
        "see [form]\n\n[form]: https://example.com",
        "a fact[1] and another[^note]",
        "- [ ] open\n- [x] done",
        "![a photo](photo.png)",
        "items[index]",
        "[quote]your words[/quote]",
        "[...] and […]",
        "<b>bold</b> and <br> and <details open>",
        "<my-card>x</my-card>",
        "<https://example.com> and <jane@example.com>",
        "we are 100% sure, 100% of the time",
        "https://example.com/?q=%20clear%20",
        "a {color: red; margin: 0} style",
        "{this is a whole clause set in braces}",
        "Dear Jane,\n\n________________\nfrom: Jane",
        "___bold___ and __init__",
        "your card XXXX-XXXX-XXXX-1234",
        "lots of love xxx",
        "size XXXL",
        "EMAILADDRESS, in capitals",
        "((",
        "{{ }",
        "$name, -name- and @Name",
    ],
)
def test_what_only_looks_like_a_gap_is_none(text: str) -> None:
    assert words(text) == []


def test_a_greeting_may_end_in_a_colon() -> None:
    assert names("Dear [Customer Name]:") == ["Customer Name"]


def test_words_in_capitals_are_gaps_beside_a_fillin() -> None:
    assert names("Write to EMAILADDRESS about FILLIN.") == ["EMAILADDRESS", "FILLIN"]


def test_the_surer_shape_wins() -> None:
    assert names("{%if%} {{{a}}} {{b}}") == ["if", "a", "b"]


def test_tags_stand_for_nothing_that_is_read() -> None:
    text = "{% if late %}Sorry{% else %}Hi{% endif %} {{#if x}}you{{/if}} <% end %> {# note #}"
    assert tags(text) == [
        "{% if late %}",
        "{% else %}",
        "{% endif %}",
        "{{#if x}}",
        "{{/if}}",
        "<% end %>",
        "{# note #}",
    ]
    assert words(text) == []


@pytest.mark.parametrize(
    "tag",
    [
        "{%- if late -%}",
        "{%endif%}",
        "{%else%}",
        "{% set sizes = {'a': 1} %}",
        "{{~#if late~}}",
        "{{else if late}}",
        "{{ end }}",
        "{{- if .Late -}}",
        "{{> footer}}",
        "<% if days < 3 %>",
        "<%# note %>",
        "*|IF:LATE|*",
        "*|END:IF|*",
    ],
)
def test_each_dialect_has_tags_of_its_own(tag):
    assert tags(f"We are {tag} sorry.") == [tag]
    assert words(f"We are {tag} sorry.") == []


@pytest.mark.parametrize(
    "comment",
    [
        "{% comment %}ask {{ legal }} {% if x %}{% endcomment %}",
        "{%- comment 'why' -%}ask{%- endcomment -%}",
        "{# ask {{ legal }}, #1 #}",
        "{{!-- ask {{legal}} --}}",
        "{{-- ask {{legal}} --}}",
        "{{/* ask */}}",
        "<%-- ask --%>",
        "{% schema %}{'name': 'Mail'}{% endschema %}",
    ],
)
def test_what_a_template_never_shows_is_one_tag(comment):
    assert tags(f"We are {comment}sorry.") == [comment]
    assert words(f"We are {comment}sorry.") == []


def test_a_comment_that_is_never_closed_is_read():
    assert tags("{# we are sorry") == []
    assert tags("{% comment %} we are sorry") == ["{% comment %}"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("{% trans 'We lost it.' %}", ["{% trans '", "' %}"]),
        ('{% translate "We lost it." as body %}', ['{% translate "', '" as body %}']),
        ("{{ _('We lost it.') }}", ["{{ _('", "') }}"]),
        (
            "{% blocktrans with a=b %}We lost it.{% endblocktrans %}",
            ["{% blocktrans with a=b %}", "{% endblocktrans %}"],
        ),
        (
            "{% capture words %}We lost it.{% endcapture %}",
            ["{% capture words %}", "{% endcapture %}"],
        ),
    ],
)
def test_words_that_a_tag_puts_into_the_text_are_read(text, marks):
    assert tags(text) == marks
    assert words(text) == []


def test_the_key_of_a_text_is_no_text():
    assert words("{{ t('mail.late.greeting') }}") == ["{{ t('mail.late.greeting') }}"]


def test_the_text_of_a_conditional_field_is_read() -> None:
    assert tags("((late??We are sorry.))") == ["((late??", "))"]


def test_of_a_choice_of_words_the_first_is_read() -> None:
    text = "{Hi|Hello|Good morning} Ana, it is {contactfield=town|here}"
    assert tags(text) == ["{", "|Hello|Good morning}"]
    assert words(text) == ["{contactfield=town|here}"]


@pytest.mark.parametrize(
    "gap",
    [
        "{{name}}",
        "{{ customer.first_name | capitalize }}",
        "{{{Recipient.FirstName}}}",
        "{!Contact.FirstName}",
        "{%customer.firstName%}",
        "{%customer.firstName,fallback=%}",
        "#{ticket.customer.firstname}",
        '<attribute key="user.name"/>',
        '<attribute key="user.name" default=""/>',
        "*|FNAME|*",
        "%name%",
        "{contactfield=firstname}",
        "{% if late %}Sorry{% endif %} {{ name }}",
    ],
)
def test_a_merge_field_without_a_fallback_can_come_out_empty(gap: str) -> None:
    (found,) = find_gaps(f"Hi {gap},\nsorry").placeholders
    assert found.can_be_empty


@pytest.mark.parametrize(
    "gap",
    [
        "{{ name | default: 'there' }}",
        "{{ name|default:user.username }}",
        '{{user.first_name|fallback:"there"}}',
        "{{user.firstName | Player}}",
        "{{ contact.first_name || 'there' }}",
        '{{ personalization_token("contact.firstname","there") }}',
        "{%customer.firstName,fallback=there%}",
        "%{my_name,fallback:there}",
        '<attribute key="user.name" default="there"/>',
        "{contactfield=firstname|there}",
        "{!BLANKVALUE(Contact.FirstName, Account.Name)}",
        "<%= user.name || 'there' %>",
        "{% if name %}{{ name }}{% else %}there{% endif %}",
        "{{#if name}}{{name}}{{else}}there{{/if}}",
        "{{#name}}{{name}}{{/name}}",
        "{{~#if name~}}{{name}}{{~/if~}}",
        "{{- if .Name }}{{ .Name }}{{ end }}",
        "*|IF:FNAME|**|FNAME|**|END:IF|*",
        "%(name)s",
        "[Customer Name]",
    ],
)
def test_one_with_a_fallback_or_filled_by_a_program_or_person_cannot(gap: str) -> None:
    (found,) = find_gaps(f"Hi {gap},\nsorry").placeholders
    assert not found.can_be_empty


MARKS = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{",
    "}",
    "[",
    "]",
    "((",
    "))",
    "<",
    ">",
    "<%",
    "%>",
    "&lt;",
    "%",
    "#",
    "X",
    "_",
    "«",
    "*|",
    "|*",
]


@given(st.lists(st.sampled_from([*MARKS, "name", " ", "\n", "é", "😀", "??"]), max_size=40).map("".join))
def test_gaps_are_in_order_within_the_text_and_apart(text: str) -> None:
    gaps = find_gaps(text)
    regions = sorted([*gaps.placeholders, *gaps.tags], key=lambda region: region.start)
    assert list(gaps.placeholders) == sorted(gaps.placeholders, key=lambda gap: gap.start)
    assert all(0 <= region.start < region.end <= len(text) for region in regions)
    assert all(one.end <= other.start for one, other in pairwise(regions))
    assert all(gap.name in text[gap.start : gap.end] for gap in gaps.placeholders)


@given(st.text(alphabet="abc é😀\r\n"), st.sampled_from(["{{x}}", "[Name]", "%{x}"]), st.text(alphabet="abc é😀\r\n"))
def test_a_gap_is_found_wherever_it_stands(before: str, gap: str, after: str) -> None:
    text = f"{before} {gap} {after}"
    start = len(before) + 1
    assert [Region(found.start, found.end) for found in find_gaps(text).placeholders] == [
        Region(start, start + len(gap))
    ]


@pytest.mark.parametrize(
    "mark",
    [
        *MARKS,
        "{{{",
        "{#",
        "[a",
        "[a]",
        "<a-b>",
        "{% if ",
        "{%a,fallback=",
        "<attribute ",
        "((a??b",
        "{{a{",
        "{{!--",
        "{{/*",
        "{% comment %}",
        "{% comment",
        '{% trans "a',
        "{{ _('a b",
        "<% a < ",
        "{{#if a}",
        "%%a",
        "{% if x %}{{a}} ",
    ],
)
def test_a_text_of_opening_marks_is_read_in_linear_time(mark: str) -> None:
    began = time.perf_counter()
    find_gaps(mark * (200_000 // len(mark)))
    assert time.perf_counter() - began < 3
