import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trekker.terrain.formula import Formula, FormulaCost, FormulaError, parse
from trekker.terrain.syntax import ARITY, NAMES, Binary, Call, Constant, Negative, Number, Variable
from trekker.terrain.tokens import MAX_LENGTH

X, Y = Variable(0), Variable(1)


def value(text, x=0.3, y=1.7):
    return FormulaCost(parse(text)).cost(np.array((x, y)))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("x^2 + 3y^2", "x*x + 3*(y*y)"),
        ("x**2+3*y**2", "x*x + 3*(y*y)"),
        ("3x", "3*x"),
        ("2(x+y)", "2*(x+y)"),
        ("x y", "x*y"),
        ("xy", "x*y"),
        ("xxy", "x*x*y"),
        ("(x+1)(y-1)", "(x+1)*(y-1)"),
        ("(x+1)y", "(x+1)*y"),
        ("|x|", "abs(x)"),
        ("|x - y|", "abs(x-y)"),
        ("2|x|", "2*abs(x)"),
        ("|x|y|y|", "abs(x)*y*abs(y)"),
        ("||x| - 1|", "abs(abs(x)-1)"),
        ("|x|·||y|-1|", "abs(x)*abs(abs(y)-1)"),
        ("exp(|x|)|y|", "exp(abs(x))*abs(y)"),
        ("|exp(-|x|)|", "abs(exp(-abs(x)))"),
        ("|sin x|", "abs(sin(x))"),
        ("sin x", "sin(x)"),
        ("sinx", "sin(x)"),
        ("Sin X", "sin(x)"),
        ("SIN(X)", "sin(x)"),
        ("sin -x", "sin(-x)"),
        ("sin 2x", "sin(2*x)"),
        ("sin 2πx", "sin(2*pi*x)"),
        ("cos 2 pi y + 1", "cos(2*pi*y) + 1"),
        ("sin x cos y", "sin(x)*cos(y)"),
        ("sin x * cos y", "sin(x)*cos(y)"),
        ("sin x + y", "sin(x) + y"),
        ("sin x^2", "sin(x*x)"),
        ("sin(x)^2", "sin(x)*sin(x)"),
        ("sin^2 x", "sin(x)*sin(x)"),
        ("sin²x + cos²(y)", "sin(x)*sin(x) + cos(y)*cos(y)"),
        ("sin(x) y", "sin(x)*y"),
        ("sin (x) / 2", "sin(x)/2"),
        ("sin cos x", "sin(cos(x))"),
        ("exp -x^2", "exp(-(x*x))"),
        ("exp -(x²+y²)", "exp(-(x*x+y*y))"),
        ("e^x", "exp(x)"),
        ("e^-x", "exp(-x)"),
        ("e^(x+y)", "exp(x+y)"),
        ("2e^x", "2*exp(x)"),
        ("2e3x", "2000*x"),
        ("1.5E-2x", "0.015*x"),
        (".5x", "0.5*x"),
        ("5.x", "5*x"),
        ("π x", "pi*x"),
        ("τx", "2*pi*x"),
        ("ln x", "log(x)"),
        ("log10 y", "log10(y)"),
        ("log2(y)", "log2(y)"),
        ("arctan(x)", "atan(x)"),
        ("√x", "sqrt(x)"),
        ("√(x+y)", "sqrt(x+y)"),
        ("2√x y", None),
        ("∛(x)", "cbrt(x)"),
        ("x²", "x*x"),
        ("x³y²", "x*x*x*y*y"),
        ("x⁻²", "1/(x*x)"),
        ("x¹⁰", "x^10"),
        ("-x^2", "-(x*x)"),
        ("−x", "-x"),
        ("x – y", "x - y"),
        ("x — y", "x - y"),
        ("x × y ÷ 2", "x*y/2"),
        ("x · y ∕ 2", "x*y/2"),
        ("1/2x", "(1/2)*x"),
        ("x/y/2", "(x/y)/2"),
        ("x - y - 1", "(x - y) - 1"),
        ("y^x^2", "y^(x*x)"),
        ("2^-x", "2^(-x)"),
        ("--x", "x"),
        ("-+-x", "x"),
        ("x*-y", "-(x*y)"),
        ("θ₀² + θ₁", "x*x + y"),
        ("θ0 + θ_1", "x + y"),
        ("theta0 - theta_1", "x - y"),
        ("ｘ＾２＋３ｙ", "x*x + 3*y"),
        ("ｓｉｎ（ｘ）＊２．５", "sin(x)*2.5"),
        ("　ｘ　＋　１　", "x + 1"),
        ("x\t+\ny", "x + y"),
        ("z = x + y", "x + y"),
        ("f(x, y) = x - y", "x - y"),
        ("J(θ₀, θ₁) = θ₀", "x"),
        ("max(x, y, 1)", "max(max(x, y), 1)"),
        ("hypot(x,y)", "sqrt(x*x+y*y)"),
        ("relu(x - 1)", "max(0, x-1)"),
        ("7", "7"),
    ],
)
def test_a_formula_means_what_a_person_meant(typed, plain):
    if plain is None:
        with pytest.raises(FormulaError):
            parse(typed)
    else:
        assert value(typed) == pytest.approx(value(plain), rel=1e-14)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("-x^2", Negative(Binary("^", X, Number(2.0)))),
        ("x^2^3", Binary("^", X, Binary("^", Number(2.0), Number(3.0)))),
        ("x-y+1", Binary("+", Binary("-", X, Y), Number(1.0))),
        ("|x|", Call("abs", (X,))),
        ("2πx", Binary("*", Binary("*", Number(2.0), Constant("pi")), X)),
    ],
)
def test_the_tree_has_the_shape_of_the_formula(text, tree):
    assert parse(text).tree == tree


REFUSED = [
    ("", 0, "write a formula"),
    ("   ", 0, "write a formula"),
    ("x +", 3, "missing after +"),
    ("* x", 0, "expected before *"),
    ("x + * y", 4, "expected before *"),
    ("()", 1, "missing before )"),
    ("(x", 0, "never closed"),
    ("sin(x", 3, "never closed"),
    ("x)", 1, "closes nothing"),
    ("(x + (y)", 0, "never closed"),
    ("|x", 0, "never closed"),
    ("(|x)", 3, "closes nothing"),
    ("|(x|)", 4, "missing before )"),
    ("x 2", 2, "operator before 2"),
    ("2 3", 2, "operator before 3"),
    ("x2", 1, "operator before 2"),
    ("0,5x", 1, "decimals have a point"),
    ("(0,5)x", 2, "point"),
    ("sin(0,5)", 5, "point"),
    ("sin(x, y)", 5, "one argument"),
    ("max(x)", 3, "2 to 8 arguments"),
    ("hypot(x, y, x)", 5, "takes 2 arguments"),
    ("max x", 4, "in brackets"),
    ("sin x y", 6, "how far"),
    ("sin x/2", 5, "how far"),
    ("sin x*2", 5, "how far"),
    ("sin x(y)", 5, "how far"),
    ("√2x", 2, "how far"),
    ("sin^-1 x", 3, "the inverse function by its name"),
    ("sin⁻¹x", 3, "inverse function"),
    ("sin", 3, "missing after sin"),
    ("z", 0, "not known"),
    ("x + foo", 4, "not known"),
    ("foo(x)", 0, "not known"),
    ("q(x)", 0, "not a function"),
    ("sn(x)", 0, "did you mean sin"),
    ("sqr(x)", 0, "did you mean sqrt"),
    ("θ + 1", 0, "which parameter"),
    ("x_1", 1, "no _"),
    ("½x", 0, "slash"),
    ("x!", 1, "factorial"),
    ("5%", 1, "%"),
    ("∞", 0, "infinity"),
    ("x^⁻", 2, "raised exponent"),
    ("1/0", 1, "finite value"),
    ("log(0)", 0, "finite value"),
    ("x + sqrt(-1)", 4, "finite value"),
    ("1e999", 0, "too large"),
    ("1e308*10 + x", 5, "finite value"),
    # huge and nested powers
    ("x^1000", 2, "exponents"),
    ("x^-101", 2, "exponents"),
    ("9^9^9", 3, "exponents"),
    ("9**9**9**9**9", 10, "exponents"),
    ("x^(10^10)", 5, "exponents"),
    ("x" + "^2" * 40, 65, "nested"),
    ("x⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹", 1, "raised exponent"),
    # depth and length
    ("(" * 100 + "x" + ")" * 100, 32, "nested"),
    ("|" * 100, 32, "nested"),
    ("sin " * 60 + "x", 128, "nested"),
    ("x+" * 5000, MAX_LENGTH, "at most 300"),
    ("x" * 10_000, MAX_LENGTH, "at most 300"),
    # strange letters
    ("x\x00", 1, "invisible"),
    ("x + \u200fy", 4, "invisible"),
    ("x\u200by", 1, "invisible"),
    ("\u202ex", 0, "invisible"),
    ("\ud800", 0, "invisible"),
    ("x + 🏔", 4, "no meaning"),
    ("x²🤯", 2, "no meaning"),
    ("٣x", 0, "no meaning"),
    ("Я", 0, "no meaning"),
    ("ﷺ", 0, "no meaning"),
    # a stranger who would like to run something
    ("x.real", 1, "point belongs"),
    ("x.__class__", 1, "point belongs"),
    ("__import__('os').system('ls')", 0, "no _"),
    ("__builtins__", 0, "no _"),
    ("().__class__.__bases__", 2, "point belongs"),
    ("import os", 0, "not known"),
    ("eval('x')", 0, "not a function"),
    ("exec(x)", 0, "not a function"),
    ("open(x)", 0, "not a function"),
    ("print(x)", 0, "not a function"),
    ("lambda: x", 0, "not known"),
    ("lambda x: x", 0, "not known"),
    ("(x := 1)", 3, "no meaning"),
    ("x = 1", 2, "one side"),
    ("x == y", 2, "one side"),
    ("z == x", 0, "not known"),
    ("x; y", 1, "no meaning"),
    ("x # y", 2, "no meaning"),
    ("'x'", 0, "no meaning"),
    ('f"{x}"', 0, "not known"),
    ("[x for x in y]", 0, "round brackets"),
    ("{x}", 0, "round brackets"),
    ("x[0]", 1, "round brackets"),
    ("x if y else x", 2, "not known"),
    ("x or y", 2, "not known"),
    ("x < y", 2, "no meaning"),
    ("x & y", 2, "no meaning"),
    ("x @ y", 2, "no meaning"),
    ("x \\ y", 2, "no meaning"),
    ("~x", 0, "no meaning"),
    ("x ? y : 1", 2, "no meaning"),
    ("1j", 1, "not known"),
    ("0x10", 2, "operator before 10"),
    ("1_000", 1, "no _"),
    ("nan", 0, "not known"),
    ("inf", 0, "not known"),
    ("*x", 0, "expected before *"),
    ("**x", 0, "expected before"),
    ("x, y", 1, "between the arguments"),
    ("max(*x)", 4, "expected before *"),
    ("$x$", 0, "no meaning"),
    ("\\frac{x}{y}", 0, "no meaning"),
]


@pytest.mark.parametrize(("text", "position", "words"), REFUSED, ids=lambda each: ascii(each)[:40])
def test_what_is_not_a_formula_is_refused_at_the_character_that_is_wrong(text, position, words):
    with pytest.raises(FormulaError) as refusal:
        parse(text)
    assert words in str(refusal.value)
    assert refusal.value.position == position


def test_at_least_sixty_hostile_or_odd_texts_are_refused():
    assert len({text for text, _, _ in REFUSED}) >= 60


def test_positions_count_the_characters_as_typed_and_not_as_understood():
    with pytest.raises(FormulaError) as refusal:
        parse("㏒ｘ＋θ₀＋ｑ")  # the first character is three letters to the parser
    assert refusal.value.position == 6


def test_a_word_that_is_almost_a_function_gets_a_suggestion_for_every_function():
    for name in ARITY:
        if len(name) > 2 and name.isalpha():
            with pytest.raises(FormulaError, match=f"did you mean {name}"):
                parse(f"{name}q(x)")


PIECES = [*sorted(NAMES), *"0123456789.,+-*/^()|√²³⁻ xyπθ₀₁ｘ＋（）×÷−", "**", "e-", "1e3", "__", "'", "\x00"]
formula_like = st.lists(st.sampled_from(PIECES), max_size=150).map("".join).map(lambda text: text[:300])


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.text(max_size=300), formula_like))
@example("sin" * 100)
@example("-" * 299 + "x")
@example("x^-" * 99 + "x")
@example("max(" * 75)
@example("|x" * 150)
@example("exp(" * 30 + "x" + ")" * 30)
@example("2^" * 100)
@example("a" * 300)
@example("sinh" * 74 + "q")
def test_any_text_is_either_parsed_or_refused_with_a_message_and_a_place(text):
    try:
        formula = parse(text)
    except FormulaError as refusal:
        assert 10 < len(str(refusal)) < 400
        assert "\n" not in str(refusal)
        assert 0 <= refusal.position <= len(text)
    else:
        assert isinstance(formula, Formula)
        cost, gradient = FormulaCost(formula).cost_and_gradient(np.array((0.3, 1.7)))
        assert gradient.shape == (2,)
        if len(formula.unicode) <= MAX_LENGTH and "^" not in text:  # brackets of powers may be one too deep
            assert float(cost) == pytest.approx(float(value(formula.unicode)), rel=1e-12, nan_ok=True)


@pytest.mark.parametrize(
    "text", ["x" + "*sin(x)" * 42, "x" + "^x" * 32, "sin(" * 30 + "x y" + ")" * 30, "tan(x/" * 25 + "y" + ")" * 25]
)
def test_the_longest_formulas_have_second_derivatives_of_bounded_size(text):
    from trekker.terrain.derivatives import derivative
    from trekker.terrain.graph import Graph
    from trekker.terrain.translation import translate

    graph = Graph()
    index = translate(parse(text).tree, graph)
    mixed = derivative(graph, derivative(graph, index, 0), 1)
    assert len(graph.ancestry(mixed)) < 40 * len(text)
