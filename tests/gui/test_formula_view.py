"""Formulas as pictures."""

import pytest

from trekker.gui.formula_view import effort_of, typeset
from trekker.terrain.gallery import gallery


def test_each_level_of_nesting_doubles_the_effort():
    assert effort_of("x") == 1
    assert effort_of(r"\frac{1}{x}") == 1 + 2 + 2
    assert effort_of(r"\sin\left(x^{y + 1}\right)") == 20


def test_what_is_nested_so_deeply_that_it_would_take_for_ever_is_refused_at_once():
    tex = "x"
    for _ in range(40):
        tex = rf"\frac{{1}}{{1 + {tex}}}"
    with pytest.raises(ValueError, match="nested too deeply"):
        typeset(tex, 12, "#000000")


def test_no_mountain_of_the_gallery_is_nested_too_deeply():
    efforts = {name: effort_of(each.ground().cost.formula.tex) for name, each in gallery().items()}
    assert max(efforts.values()) < 3000
