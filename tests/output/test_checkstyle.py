from xml.etree import ElementTree as ET

from apologint.model import InputError
from tests.output.letters import good_letter, library_item, poor_letter
from tests.output.render import render


def files(*reports, errors=()):
    root = ET.fromstring(render(reports, "checkstyle", errors))
    assert (root.tag, root.attrib) == ("checkstyle", {"version": "4.3"})
    return list(root)


def test_a_file_holds_its_findings():
    (file,) = files(poor_letter())
    assert (file.tag, file.attrib) == ("file", {"name": "replies/late-chairs.txt"})
    assert file[3].attrib == {
        "line": "4",
        "column": "57",
        "severity": "info",
        "message": "'shortly' promises no time. Name a day: \"by Friday\".",
        "source": "apologint.vague-timeframe",
    }


def test_severities_are_those_of_checkstyle():
    assert {error.get("severity") for (file) in files(poor_letter()) for error in file} == {"error", "warning", "info"}


def test_an_item_of_a_library_is_named():
    assert files(library_item())[0][0].get("message") == "macros[0]: 'if' makes it doubtful."


def test_a_draft_without_findings_is_left_out():
    assert files(good_letter()) == []


def test_an_unreadable_input_is_an_error():
    ((error,),) = files(errors=[InputError("a.csv", "not UTF-8", 3)])
    assert (error.get("line"), error.get("source"), error.get("message")) == ("3", "apologint.unreadable", "not UTF-8")
