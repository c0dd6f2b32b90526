"""What the translators are handed, gathered by tools/translations.py."""

import ast

from tools.translations import core_texts, texts_in
from trekker.knobs import knobs_of
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
print("a debugging aid")
"""


def test_texts_are_known_by_where_they_stand():
    expected = {"red", "A title", "A story in two parts", "The cost is {cost}.", "one", "many"}
    assert set(texts_in(ast.parse(SOURCE))) == expected


def test_every_rule_and_every_setting_of_the_core_reaches_the_translators():
    texts = core_texts()
    for rule in catalogue().values():
        assert {rule.title, rule.idea, rule.family.value} <= texts
        assert {each.label for each in knobs_of(rule).values()} <= texts
    assert {each.hint for each in knobs_of(StopRule).values()} <= texts


def test_every_reason_for_the_end_of_a_walk_reaches_the_translators():
    assert {reason.value for reason in Reason} <= core_texts()
