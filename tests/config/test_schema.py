"""The schema of the configuration says what reading it says, as far as a schema can."""

import tomllib
from dataclasses import fields

import pytest
import yaml
from jsonschema import Draft202012Validator

from apologint.config import Config
from apologint.config.schema import config_schema
from apologint.config.settings import SETTINGS
from tests.config import test_config

SCHEMA = Draft202012Validator(config_schema())
NOT_A_SHAPE = (
    "not TOML",
    "all 0",
    "unknown encoding",
    "says no versions",
    "is no plain name",
    "matches nothing",
    "is nan",
    "no path into a file",
    "needs a 'body'",
)


def refusals():
    """The broken texts of the configuration's own tests, without those that have the right shape."""
    (mark,) = test_config.test_what_it_does_not_know_is_refused_with_its_place.pytestmark
    return [text for text, complaint in mark.args[1] if not any(said in complaint for said in NOT_A_SHAPE)]


def test_it_is_a_schema():
    Draft202012Validator.check_schema(config_schema())


def test_every_setting_is_in_the_table_and_in_the_schema():
    attributes = {field.name for field in fields(Config)} - {"said"}
    assert {setting.attribute for setting in SETTINGS.values()} == attributes
    properties = config_schema()["properties"]
    assert list(properties) == list(SETTINGS)
    assert all(properties[key]["description"] for key in SETTINGS)


@pytest.mark.parametrize("text", [test_config.TOML, test_config.OVERRIDES, test_config.PEOPLE])
def test_what_can_be_read_is_valid(text: str):
    SCHEMA.validate(tomllib.loads(text))


def test_so_is_the_yaml_with_its_underscores():
    text = test_config.YAML.replace("follow_up", "follow-up").replace("not_ours", "not-ours")
    SCHEMA.validate(yaml.safe_load(text))


def test_so_are_the_defaults():
    defaults = {key: item["default"] for key, item in config_schema()["properties"].items() if "default" in item}
    SCHEMA.validate(defaults)


@pytest.mark.parametrize("text", refusals())
def test_what_is_refused_by_its_shape_is_not_valid(text: str):
    assert not SCHEMA.is_valid(tomllib.loads(text))
