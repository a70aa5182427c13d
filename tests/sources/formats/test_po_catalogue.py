"""gettext catalogues: which side of an entry is read, and where its words stand."""

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.library import BROKEN, LATE, assert_in_place, bodies, drafts, items, reasons, taken

GERMAN = "Es tut uns leid, dass Ihr Paket zu spät ist."
PARCEL = "We are sorry, your parcel to the {} is lost."
TEXTS = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\v\f\a\b\r")), min_size=1, max_size=3)


def catalogue(*entries, language="en"):
    header = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
    return "\n".join([header, *entries])


def entry(source, target="", before=""):
    return f'{before}msgid "{source}"\nmsgstr "{target}"\n'


def test_into_english_the_translation_is_read():
    assert taken("en.po", catalogue(entry("mail.late", LATE))) == [("entry 1", None, LATE)]


def test_what_is_not_translated_yet_is_read_as_it_is():
    assert bodies("en.po", catalogue(entry(LATE))) == [LATE]


def test_into_another_language_the_translation_is_read_and_never_the_source():
    translated = catalogue(entry(LATE, GERMAN), entry(BROKEN), language="de")
    assert bodies("de.po", translated) == [GERMAN]


def test_a_template_holds_the_source():
    assert bodies("x.pot", entry(LATE)) == [LATE]


def test_a_fuzzy_translation_is_not_in_use():
    assert bodies("en.po", catalogue(entry(LATE, BROKEN, before="#, fuzzy, python-format\n"))) == [LATE]


def test_what_is_obsolete_is_passed_over():
    file = catalogue(f'#~ msgid "{LATE}"\n#~ msgstr ""\n')
    assert bodies("en.po", file) == []
    assert reasons("en.po", file) == [("entry 1", "obsolete")]


def test_each_form_of_a_plural_is_a_message():
    one, many = "We are sorry, we lost one parcel.", "We are sorry, we lost %d parcels."
    file = catalogue(f'msgid "{one}"\nmsgid_plural "{many}"\nmsgstr[0] ""\nmsgstr[1] ""\n')
    assert taken("en.po", file) == [("entry 1[0]", None, one), ("entry 1[1]", None, many)]


def test_a_context_is_the_title():
    assert taken("en.po", catalogue(f'msgctxt "mail"\n{entry(LATE)}'))[0][1] == "mail"


def test_labels_are_nothing():
    assert items("en.po", catalogue(entry("Save changes"), entry("Your orders"))) == []


def test_a_catalogue_of_nothing_but_notes_is_nothing():
    assert items("en.po", "# Ana is going to translate this.\n") == []


def test_what_it_was_before_is_not_read():
    file = catalogue(f'#, fuzzy\n#| msgid "{BROKEN}"\n{entry(LATE, LATE)}')
    assert bodies("en.po", file) == [LATE]


@pytest.mark.parametrize(
    ("escaped", "meant"),
    [
        (r"caf\303\251", "café"),
        (r"caf\xc3\xa9", "café"),
        (r"caf\xC3\251", "café"),
        (r"\342\200\234caf\303\251\342\200\235", "“café”"),
        (r"\360\237\230\200\303\251", "😀é"),
        (r"caf\351", "café"),
        (r"caf\\303", r"caf\303"),
        (r"\103af\u00e9", "Cafu00e9"),
        (r"\503afe", "Cafe"),
    ],
)
def test_octal_and_hexadecimal_escapes_are_the_bytes_of_characters(escaped, meant):
    file = catalogue(entry("mail.late", PARCEL.format(escaped)))
    assert bodies("en.po", file) == [PARCEL.format(meant)]
    (draft,) = drafts("en.po", file)
    assert_in_place(draft, file, longest_escape=8)


@given(TEXTS)
def test_each_word_stands_in_its_place(texts):
    po = polib.POFile(wrapwidth=40)
    po.metadata = {"Language": "en"}
    for number, text in enumerate(texts):
        po.append(polib.POEntry(msgid=f"mail.{number}", msgstr=f"{LATE} {text}"))
    file = str(po)
    found = drafts("en.po", file)
    assert len(found) == len(texts)
    for draft in found:
        assert_in_place(draft, file)
