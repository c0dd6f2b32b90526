"""What the translators are handed, gathered by tools/translations.py."""

import ast
from string import Formatter
from xml.etree import ElementTree

import pytest

from tools.translations import LANGUAGES, TELLING_CALLS, TRANSLATIONS, core_texts, texts_in
from trekker.knobs import knobs_of
from trekker.learning.samples import samples
from trekker.messages import Refusal
from trekker.optimizers import catalogue
from trekker.walk.verdict import Reason, StopRule

SOURCE = """
class Colour(Enum):
    RED = "red"

class Rule:
    name = "a_key"
    title: ClassVar[str] = "A title"

mountain = Mountain("a_key", story="A story " "in two parts", formula="x + y")
message("The cost is {cost}.", cost=1)
message("one" if lonely else "many")
raise Refusal("not {count}", count=message("that many"))
raise FormulaError("a mistake", 3)
raise AssertionError("this cannot be")
print("a debugging aid")
"""


def test_texts_are_known_by_where_they_stand():
    expected = {
        "red",
        "A title",
        "A story in two parts",
        "The cost is {cost}.",
        "one",
        "many",
        "not {count}",
        "that many",
        "a mistake",
    }
    assert set(texts_in(ast.parse(SOURCE))) == expected


def test_every_rule_and_every_setting_of_the_core_reaches_the_translators():
    texts = core_texts()
    for rule in catalogue().values():
        assert {rule.title, rule.idea, rule.family.value} <= texts
        assert {each.label for each in knobs_of(rule).values()} <= texts
        assert not rule.note or rule.note in texts
    assert {each.hint for each in knobs_of(StopRule).values()} <= texts


def test_whatever_refusal_is_raised_its_sentence_reaches_the_translators():
    core_texts()  # reads in every module
    kinds = [Refusal]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert {kind.__name__ for kind in kinds} <= TELLING_CALLS


def test_every_reason_for_the_end_of_a_walk_reaches_the_translators():
    assert {reason.value for reason in Reason} <= core_texts()


def test_every_bundled_table_reaches_the_translators():
    assert {text for each in samples().values() for text in (each.title, each.story)} <= core_texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str):
    untold = [source for source, told, state in entries(language) if state is not None or not told.strip()]
    assert untold == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_source(language: str):
    pairs = [(source, told) for source, told, _ in entries(language)]
    assert any(placeholders(source) for source, _ in pairs)
    assert [pair for pair in pairs if placeholders(pair[0]) != placeholders(pair[1])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_begins_and_ends_with_the_spaces_of_its_source(language: str):
    assert [pair for *pair, _ in entries(language) if edges(pair[0]) != edges(pair[1])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_given_up(language: str):
    states = {state for _, _, state in entries(language)}
    assert not states & {"vanished", "obsolete"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_core_stands_in_the_translations(language: str):
    assert core_texts() <= {source for source, _, _ in entries(language)}


def entries(language: str) -> list[tuple[str, str, str | None]]:
    """Read source, translation and state (None when finished) of every text of a language."""
    tree = ElementTree.parse(TRANSLATIONS / f"trekker_{language}.ts")  # noqa: S314 - the project's own file
    found = []
    for each in tree.iter("message"):
        translation = each.find("translation")
        assert translation is not None
        found.append((each.findtext("source", ""), translation.text or "", translation.get("type")))
    return found


def placeholders(text: str) -> list[str]:
    """Return the names in braces, sorted: their order may differ between languages."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def edges(text: str) -> tuple[str, str]:
    """Return the spaces before and after a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
