"""The gallery: named mountains, grouped by what they teach. To add a mountain, add one entry to ``_MOUNTAINS``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from trekker.ground import Bounds, Ground, Minimum
from trekker.terrain.formula import FormulaCost, parse


class Group(Enum):
    """What a mountain teaches; the groups in which people look for one."""

    GENTLE = "Gentle bowls"
    NARROW = "Narrow valleys"
    SEVERAL = "Several valleys"
    TRAPS = "Many traps"
    EDGES = "Flat lands and edges"
    SADDLES = "Saddles"
    LESSONS = "Made for lessons"


@dataclass(frozen=True, kw_only=True)
class Mountain:
    """A named mountain.

    Attributes:
        name: the key on the command line and in files.
        title: what people call it.
        group: what it teaches, in two words.
        formula: J as one would type it.
        bounds: what the map shows.
        start: a place from which the default rule really gets somewhere.
        minima: the known minima; where there are too many traps to name, the lowest. A global one is the lowest of
            the map.
        story: one sentence on what it teaches.
        source: where it comes from.
        learning_rates: a good first learning rate by optimizer name; see :func:`strides`.
    """

    name: str
    title: str
    group: Group
    formula: str
    bounds: Bounds
    start: tuple[float, float]
    minima: tuple[Minimum, ...] = ()
    story: str
    source: str
    learning_rates: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def ground(self) -> Ground:
        """Return the mountain as ground to walk on."""
        formula = parse(self.formula)
        return Ground(
            name=self.name,
            title=self.title,
            cost=FormulaCost(formula),
            bounds=self.bounds,
            start=self.start,
            minima=self.minima,
            learning_rates=self.learning_rates,
            formula=formula.unicode,
            story=self.story,
            source=self.source,
        )


def strides(plain: float, heavy: float, adaptive: float, rectified: float | None = None) -> Mapping[str, float]:
    """Return good learning rates for all rules that need one, to three significant digits, from those of a few.

    Args:
        plain: for gradient descent, which steps in proportion to the slope.
        heavy: for a rule that gathers momentum.
        adaptive: for Adam and its kin, whose steps have about the length of the learning rate.
        rectified: for RAdam, whose first five steps are in proportion to the slope and whose later ones are Adam's,
            but shorter; without it four times the plain one, or the adaptive one where that is less.
    """
    adam_like = ("adam", "amsgrad", "adamax", "nadam", "adamw", "adabelief", "qhadam", "rprop")
    rates = {
        "gradient_descent": plain,
        "momentum": heavy,
        "nesterov": heavy,
        "qhm": min(plain, 5 * heavy),
        "adagrad": 5 * adaptive,
        "rmsprop": adaptive / 2,
        **dict.fromkeys(adam_like, adaptive),
        "radam": min(4 * plain, adaptive) if rectified is None else rectified,
        "lion": adaptive / 4,
        "sign_descent": adaptive / 4,
    }
    return MappingProxyType({name: float(f"{rate:.3g}") for name, rate in rates.items()})


def gallery() -> Mapping[str, Mountain]:
    """Return every named mountain by its name, in the order of the gallery."""
    return MappingProxyType({mountain.name: mountain for mountain in _MOUNTAINS})


_FOLKLORE = "textbook example"
_HOUSE = "made for this program"
_SURVEY = "Jamil & Yang (2013), A literature survey of benchmark functions, arXiv:1308.4008"


def _recurrence(times: int) -> str:
    """Write a one-neuron recurrent network with weight x and bias y, unrolled ``times`` steps from the state 1/2."""
    return "sigmoid(y + x " * (times - 1) + "sigmoid(y + x/2" + ")" * times


_MOUNTAINS = (
    Mountain(
        name="bowl",
        title="Bowl",
        group=Group.GENTLE,
        formula="x^2 + y^2",
        bounds=Bounds(-5, 5, -5, 5),
        start=(-4.0, 3.0),
        minima=(Minimum((0.0, 0.0), 0.0),),
        story=(
            "The same slope on every side: every step points straight at the valley floor, and only its length matters."
        ),
        source=_FOLKLORE,
        learning_rates=strides(0.02, 0.003, 0.07),
    ),
    Mountain(
        name="stretched_bowl",
        title="Stretched bowl",
        group=Group.GENTLE,
        formula="x^2/2 + 25y^2",
        bounds=Bounds(-5, 5, -2, 2),
        start=(-4.5, 1.5),
        minima=(Minimum((0.0, 0.0), 0.0),),
        story=("Fifty times steeper one way than the other: a stride that is safe across the valley is tiny along it."),
        source=f"{_FOLKLORE}, condition number 50",
        learning_rates=strides(0.03, 0.005, 0.07, rectified=0.04),
    ),
    Mountain(
        name="rosenbrock",
        title="Rosenbrock’s banana",
        group=Group.NARROW,
        formula="(1 - x)^2 + 100(y - x^2)^2",
        bounds=Bounds(-2, 2, -1, 3),
        start=(-1.2, 1.0),
        minima=(Minimum((1.0, 1.0), 0.0),),
        story=(
            "Finding the curved valley is easy; following its almost level floor to the end takes patience, "
            "or momentum."
        ),
        source="Rosenbrock (1960), The Computer Journal 3(3), 175–184",
        learning_rates=strides(0.0013, 0.0005, 0.05, rectified=0.0013),
    ),
    Mountain(
        name="himmelblau",
        title="Himmelblau’s four valleys",
        group=Group.SEVERAL,
        formula="(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
        bounds=Bounds(-5, 5, -5, 5),
        start=(-0.5, 0.0),
        minima=(
            Minimum((3.0, 2.0), 0.0),
            Minimum((3.5844283403304917, -1.8481265269644034), 0.0),
            Minimum((-3.779310253377747, -3.2831859912861696), 0.0),
            Minimum((-2.805118086952745, 3.131312518250573), 0.0),
        ),
        story="Four valleys, all equally deep: where you start decides where you end.",
        source="Himmelblau (1972), Applied Nonlinear Programming",
        learning_rates=strides(0.005, 0.0005, 0.05),
    ),
    Mountain(
        name="beale",
        title="Beale’s corner",
        group=Group.NARROW,
        formula="(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
        bounds=Bounds(-4.5, 4.5, -4.5, 4.5),
        start=(1.0, 1.5),
        minima=(Minimum((3.0, 0.5), 0.0),),
        story="Level land in the middle and cliffs at the corners: no single stride suits both.",
        source=_SURVEY,
        learning_rates=strides(0.03, 0.003, 0.1, rectified=0.01),
    ),
    Mountain(
        name="six_hump_camel",
        title="Six-hump camel",
        group=Group.SEVERAL,
        formula="(4 - 2.1x^2 + x^4/3)x^2 + x y + (4y^2 - 4)y^2",
        bounds=Bounds(-2, 2, -1.2, 1.2),
        start=(1.0, 0.05),
        minima=(
            Minimum((-0.08984201310031806, 0.7126564030207396), -1.0316284534898774),
            Minimum((0.08984201310031806, -0.7126564030207396), -1.0316284534898774),
            Minimum((-1.7036067149699807, 0.7960835686726251), -0.21546382438371725, is_global=False),
            Minimum((1.7036067149699807, -0.7960835686726251), -0.21546382438371725, is_global=False),
            Minimum((-1.6071047529201972, -0.5686514548841314), 2.104250310311258, is_global=False),
            Minimum((1.6071047529201972, 0.5686514548841314), 2.104250310311258, is_global=False),
        ),
        story=("Six valleys of three depths between the humps: a walk ends in the nearest one, not in the deepest."),
        source="Dixon & Szegö (1978), Towards Global Optimisation 2",
        learning_rates=strides(0.01, 0.001, 0.01),
    ),
    Mountain(
        name="rastrigin",
        title="Rastrigin’s egg box",
        group=Group.TRAPS,
        formula="20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)",
        bounds=Bounds(-5.12, 5.12, -5.12, 5.12),
        start=(-3.4, 2.6),
        minima=(Minimum((0.0, 0.0), 0.0),),
        story=(
            "A hundred and twenty-one hollows, and only the middle one is the true floor: a blindfolded "
            "trekker rests in the first."
        ),
        source="Rastrigin (1974), Systems of Extremal Control",
        learning_rates=strides(0.0001, 2e-05, 0.004),
    ),
    Mountain(
        name="monkey_saddle",
        title="Monkey saddle",
        group=Group.SADDLES,
        formula="x^3 - 3x y^2",
        bounds=Bounds(-2, 2, -2, 2),
        start=(1.2, 0.02),
        story=(
            "Three ways down and three ways up from one level spot, two for the legs and one for the tail: "
            "even the curvature is zero there."
        ),
        source="Hilbert & Cohn-Vossen (1932), Anschauliche Geometrie",
        learning_rates=strides(0.02, 0.005, 0.02),
    ),
    Mountain(
        name="saddle",
        title="Mountain pass",
        group=Group.SADDLES,
        formula="x^2 - y^2",
        bounds=Bounds(-2, 2, -2, 2),
        start=(-1.8, 0.001),
        story=(
            "A valley one way and a ridge the other: the walk seems to rest on the pass, until the smallest "
            "sidestep sends it off again."
        ),
        source=_FOLKLORE,
        learning_rates=strides(0.03, 0.006, 0.02),
    ),
    Mountain(
        name="booth",
        title="Booth’s trough",
        group=Group.GENTLE,
        formula="(x + 2y - 7)^2 + (2x + y - 5)^2",
        bounds=Bounds(-10, 10, -10, 10),
        start=(-8.0, -6.0),
        minima=(Minimum((1.0, 3.0), 0.0),),
        story="A bowl turned by 45 degrees: both parameters must move together, although each is felt alone.",
        source=_SURVEY,
        learning_rates=strides(0.01, 0.001, 0.2, rectified=0.015),
    ),
    Mountain(
        name="matyas",
        title="Matyas’s long dish",
        group=Group.GENTLE,
        formula="0.26(x^2 + y^2) - 0.48x y",
        bounds=Bounds(-10, 10, -10, 10),
        start=(-9.0, 4.0),
        minima=(Minimum((0.0, 0.0), 0.0),),
        story="A dish so long and flat that the last few steps take longer than the whole way down.",
        source=_SURVEY,
        learning_rates=strides(0.7, 0.07, 0.3),
    ),
    Mountain(
        name="rotated_bowl",
        title="Rotated bowl",
        group=Group.GENTLE,
        formula="(x + y)^2/2 + 10(x - y)^2",
        bounds=Bounds(-5, 5, -5, 5),
        start=(-4.5, 1.0),
        minima=(Minimum((0.0, 0.0), 0.0),),
        story=(
            "A stretched bowl that lies askew: rules that scale each parameter by itself lose their advantage here."
        ),
        source=f"{_FOLKLORE}, condition number 20",
        learning_rates=strides(0.02, 0.002, 0.2, rectified=0.03),
    ),
    Mountain(
        name="goldstein_price",
        title="Goldstein and Price’s gorge",
        group=Group.NARROW,
        formula=(
            "(1 + (x + y + 1)^2(19 - 14x + 3x^2 - 14y + 6x y + 3y^2))"
            "(30 + (2x - 3y)^2(18 - 32x + 12x^2 + 48y - 36x y + 27y^2))"
        ),
        bounds=Bounds(-2, 2, -2, 2),
        start=(-0.3, -1.6),
        minima=(
            Minimum((0.0, -1.0), 3.0),
            Minimum((-0.6, -0.4), 30.0, is_global=False),
            Minimum((1.8, 0.2), 84.0, is_global=False),
            Minimum((1.2, 0.8), 840.0, is_global=False),
        ),
        story=(
            "Heights from 3 to a million on one small map: the stride must fit the steepest wall, and then "
            "crawls on the floor."
        ),
        source="Goldstein & Price (1971), Mathematics of Computation 25(115), 569–574",
        learning_rates=strides(5e-05, 5e-06, 0.03, rectified=1e-05),
    ),
    Mountain(
        name="dixon_price",
        title="Dixon and Price’s fork",
        group=Group.NARROW,
        formula="(x - 1)^2 + 2(2y^2 - x)^2",
        bounds=Bounds(-2, 3, -2, 2),
        start=(-1.5, 1.8),
        minima=(
            Minimum((1.0, -0.7071067811865475), 0.0),
            Minimum((1.0, 0.7071067811865475), 0.0),
        ),
        story=(
            "A curved valley with two mirror-image ends: a hair’s breadth at the start decides which one is reached."
        ),
        source="Dixon & Price (1989), JOTA 60, 261–275",
        learning_rates=strides(0.01, 0.002, 0.1, rectified=0.005),
    ),
    Mountain(
        name="three_hump_camel",
        title="Three-hump camel",
        group=Group.SEVERAL,
        formula="2x^2 - 1.05x^4 + x^6/6 + x y + y^2",
        bounds=Bounds(-2.2, 2.2, -2.2, 2.2),
        start=(-2.0, -1.5),
        minima=(
            Minimum((0.0, 0.0), 0.0),
            Minimum((-1.747552345830289, 0.8737761729151445), 0.29863844223685965, is_global=False),
            Minimum((1.747552345830289, -0.8737761729151445), 0.29863844223685965, is_global=False),
        ),
        story=("The true valley lies in the middle with a shallow trap on either side: many starts end too high."),
        source=_SURVEY,
        learning_rates=strides(0.02, 0.003, 0.05),
    ),
    Mountain(
        name="branin",
        title="Branin’s three lakes",
        group=Group.SEVERAL,
        formula="(y - 5.1x^2/(4pi^2) + 5x/pi - 6)^2 + 10(1 - 1/(8pi))cos(x) + 10",
        bounds=Bounds(-5, 10, 0, 15),
        start=(-0.5, 13.5),
        minima=(
            Minimum((-3.141592653589793, 12.275), 0.39788735772973816),
            Minimum((3.141592653589793, 2.2750000000000004), 0.39788735772973816),
            Minimum((9.42477796076938, 2.475000000000002), 0.39788735772973816),
        ),
        story=(
            "Three valleys, equally deep and joined by one long curved trough: a good walk needs no luck, "
            "only patience."
        ),
        source="Branin (1972), IBM Journal of Research and Development 16(5), 504–522",
        learning_rates=strides(0.007, 0.001, 0.2),
    ),
    Mountain(
        name="mccormick",
        title="McCormick’s slope",
        group=Group.SEVERAL,
        formula="sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1",
        bounds=Bounds(-1.5, 4, -3, 4),
        start=(3.4, -0.5),
        minima=(
            Minimum((-0.5471975511965976, -1.5471975511965976), -1.9132229549810362),
            Minimum((2.5943951023931953, 1.5943951023931953), 1.2283696986087564, is_global=False),
        ),
        story=("A slanted trough with waves in it: each wave is a valley of its own, and the next is always lower."),
        source="McCormick (1976), Mathematical Programming 10, 147–175",
        learning_rates=strides(0.02, 0.002, 0.07),
    ),
    Mountain(
        name="styblinski_tang",
        title="Styblinski and Tang’s quarters",
        group=Group.SEVERAL,
        formula="(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2",
        bounds=Bounds(-5, 5, -5, 5),
        start=(0.6, -0.2),
        minima=(
            Minimum((-2.903534027771177, -2.903534027771177), -78.33233140754284),
            Minimum((-2.903534027771177, 2.746802770990837), -64.19561235905536, is_global=False),
            Minimum((2.746802770990837, -2.903534027771177), -64.19561235905536, is_global=False),
            Minimum((2.746802770990837, 2.746802770990837), -50.05889331056789, is_global=False),
        ),
        story=(
            "One valley in each quarter, and only one of the four is the deepest: a start near the middle "
            "may fall to any side."
        ),
        source="Styblinski & Tang (1990), Neural Networks 3(4), 467–483",
        learning_rates=strides(0.003, 0.0003, 0.03),
    ),
    Mountain(
        name="bohachevsky",
        title="Bohachevsky’s rippled bowl",
        group=Group.SEVERAL,
        formula="x^2 + 2y^2 - 0.3cos(3pi x) - 0.4cos(4pi y) + 0.7",
        bounds=Bounds(-2, 2, -2, 2),
        start=(-1.7, 1.3),
        minima=(Minimum((0.0, 0.0), 0.0),),
        story=("From afar a bowl, underfoot full of ripples: small strides are caught by them, longer ones pass over."),
        source="Bohachevsky, Johnson & Stein (1986), Technometrics 28(3), 209–217",
        learning_rates=strides(0.002, 0.0005, 0.01),
    ),
    Mountain(
        name="ackley",
        title="Ackley’s funnel",
        group=Group.TRAPS,
        formula="-20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi x) + cos(2pi y))/2) + e + 20",
        bounds=Bounds(-5, 5, -5, 5),
        start=(-1.55, 1.4),
        minima=(Minimum((0.0, 0.0), 0.0),),
        story=("A pitted plain around one sharp funnel: the slope underfoot hardly tells which way the funnel lies."),
        source="Ackley (1987), A Connectionist Machine for Genetic Hillclimbing",
        learning_rates=strides(0.003, 0.0003, 0.01),
    ),
    Mountain(
        name="griewank",
        title="Griewank’s waves",
        group=Group.TRAPS,
        formula="1 + (x^2 + y^2)/4000 - cos(x)cos(y/sqrt(2))",
        bounds=Bounds(-10, 10, -10, 10),
        start=(-5.2, 6.0),
        minima=(Minimum((0.0, 0.0), 0.0),),
        story="Regular waves on a bowl so shallow that, from inside one wave, all valleys look alike.",
        source="Griewank (1981), JOTA 34, 11–39",
        learning_rates=strides(0.1, 0.01, 0.03),
    ),
    Mountain(
        name="levy",
        title="Levy’s furrows",
        group=Group.TRAPS,
        formula=(
            "sin(pi(1 + (x - 1)/4))^2 + ((x - 1)/4)^2(1 + 10sin(pi(1 + (x - 1)/4)"
            " + 1)^2) + ((y - 1)/4)^2(1 + sin(2pi(1 + (y - 1)/4))^2)"
        ),
        bounds=Bounds(-10, 10, -10, 10),
        start=(-2.2, 7.0),
        minima=(Minimum((1.0, 1.0), 0.0),),
        story="Parallel furrows, one behind the other: going along a furrow is easy, getting out of it is not.",
        source="Levy & Montalvo (1985), SIAM J. Sci. Stat. Comput. 6(1), 15–29",
        learning_rates=strides(0.03, 0.002, 0.07),
    ),
    Mountain(
        name="schwefel",
        title="Schwefel’s far corner",
        group=Group.TRAPS,
        formula="837.9657745448674 - x sin(sqrt|x|) - y sin(sqrt|y|)",
        bounds=Bounds(-500, 500, -500, 500),
        start=(330.0, -220.0),
        minima=(Minimum((420.96874635998205, 420.96874635998205), 0.0),),
        story=(
            "The deepest valley is in a far corner, away from the next best ones: whoever trusts the lie of "
            "the land goes the wrong way."
        ),
        source="Schwefel (1981), Numerical Optimization of Computer Models",
        learning_rates=strides(0.1, 0.02, 1),
    ),
    Mountain(
        name="egg_holder",
        title="Egg holder",
        group=Group.TRAPS,
        formula="-(y + 47)sin(sqrt|x/2 + y + 47|) - x sin(sqrt|x - y - 47|)",
        bounds=Bounds(-512, 512, -512, 512),
        start=(400.0, 380.0),
        minima=(
            Minimum((479.04540378435183, 434.50587646790115), -955.2551521443154, is_global=False),
            Minimum((439.48099726945344, 453.97743475400256), -935.3379515605802, is_global=False),
            Minimum((-465.6941515451357, 385.7166997834804), -894.5789003905999, is_global=False),
        ),
        story="Hills and hollows of every size, and the lowest ground lies on the very edge of the map.",
        source=_SURVEY,
        learning_rates=strides(0.1, 0.01, 2),
    ),
    Mountain(
        name="drop_wave",
        title="Drop wave",
        group=Group.TRAPS,
        formula="-(1 + cos(12sqrt(x^2 + y^2)))/((x^2 + y^2)/2 + 2)",
        bounds=Bounds(-2, 2, -2, 2),
        start=(0.68, 0.42),
        minima=(Minimum((0.0, 0.0), -1.0),),
        story=("Rings of water around a drop: every ring is a trap that leads round and round, and none leads in."),
        source=_SURVEY,
        learning_rates=strides(0.005, 0.0005, 0.005),
    ),
    Mountain(
        name="bukin",
        title="Bukin’s knife edge",
        group=Group.TRAPS,
        formula="100sqrt|y - 0.01x^2| + 0.01|x + 10|",
        bounds=Bounds(-15, -5, -3, 3),
        start=(-7.0, 2.0),
        minima=(Minimum((-10.0, 1.0), 0.0),),
        story=(
            "A valley as sharp as a knife: the slope stays steep down to the very edge, so every stride "
            "jumps across it."
        ),
        source=_SURVEY,
        learning_rates=strides(0.0001, 2e-05, 0.01),
    ),
    Mountain(
        name="cross_in_tray",
        title="Cross in a tray",
        group=Group.TRAPS,
        formula="-0.0001(|sin(x)sin(y)exp(|100 - sqrt(x^2 + y^2)/pi|)| + 1)^0.1",
        bounds=Bounds(-10, 10, -10, 10),
        start=(0.6, 2.1),
        minima=(
            Minimum((-1.3494066171539107, -1.3494066171539107), -2.062611870822738),
            Minimum((-1.3494066171539107, 1.3494066171539107), -2.062611870822738),
            Minimum((1.3494066171539107, -1.3494066171539107), -2.062611870822738),
            Minimum((1.3494066171539107, 1.3494066171539107), -2.062611870822738),
        ),
        story=(
            "Sharp ridges cut the land into squares: four of its valleys are the deepest, and no slope "
            "leads from one to another."
        ),
        source=_SURVEY,
        learning_rates=strides(0.05, 0.005, 0.007),
    ),
    Mountain(
        name="easom",
        title="Easom’s needle hole",
        group=Group.EDGES,
        formula="-cos(x)cos(y)exp(-(x - pi)^2 - (y - pi)^2)",
        bounds=Bounds(-2, 8, -2, 8),
        start=(4.3, 1.9),
        minima=(Minimum((3.141592653589793, 3.141592653589793), -1.0),),
        story=(
            "One narrow hole in a wide plain: a few steps away from it the ground is so level that there is "
            "nothing to feel."
        ),
        source="Easom (1990), M. Eng. thesis, University of Louisville",
        learning_rates=strides(0.07, 0.01, 0.01),
    ),
    Mountain(
        name="plateau",
        title="Half-way shelf",
        group=Group.EDGES,
        formula="x^4/4 - 2x^3/3 + 0.01x^2 - 0.04x + y^2",
        bounds=Bounds(-1.5, 3, -1.5, 1.5),
        start=(-1.2, 1.0),
        minima=(Minimum((2.0, 0.0), -1.373333333333333),),
        story=(
            "Half-way down the ground levels off: the walk almost stops, and going on is right although "
            "nothing seems to change."
        ),
        source=_HOUSE,
        learning_rates=strides(0.1, 0.007, 0.03),
    ),
    Mountain(
        name="cliff",
        title="Cliff",
        group=Group.EDGES,
        formula="(x^2 + y^2)/20 + 3sigmoid(8(x - 1))",
        bounds=Bounds(-5, 5, -5, 5),
        start=(4.0, 3.5),
        minima=(Minimum((-0.05276449024431207, 0.0), 0.0007989057681472755),),
        story="A gentle plain that breaks off: the stride that suited the plain turns into a leap at the edge.",
        source=_HOUSE,
        learning_rates=strides(0.5, 0.05, 0.1),
    ),
    Mountain(
        name="michalewicz",
        title="Michalewicz’s canals",
        group=Group.EDGES,
        formula="-sin(x)sin(x^2/pi)^20 - sin(y)sin(2y^2/pi)^20",
        bounds=Bounds(0, math.pi, 0, math.pi),
        start=(1.93, 1.32),
        minima=(
            Minimum((2.2029055201726093, 1.5707963267948966), -1.801303410098553),
            Minimum((2.2029055201726093, 2.7115714838430143), -1.214059515620817, is_global=False),
        ),
        story="Steep canals in a plain that is perfectly level: only a start on a bank leads anywhere.",
        source="Michalewicz (1992), Genetic Algorithms + Data Structures = Evolution Programs",
        learning_rates=strides(0.001, 0.0001, 0.003),
    ),
    Mountain(
        name="local_trap",
        title="Trap beside the true valley",
        group=Group.LESSONS,
        formula="(x^2 - 4)^2/8 + x/2 + y^2",
        bounds=Bounds(-3.5, 3.8, -2.5, 2.5),
        start=(3.5, 1.8),
        minima=(
            Minimum((-2.114907541476756, 0.0), -1.029507282551411),
            Minimum((1.8608058531117033, 0.0), 0.9665029834295016, is_global=False),
        ),
        story=(
            "The first valley on the way is not the deeper one: plain descent rests there, while momentum "
            "may carry a trekker over."
        ),
        source=_HOUSE,
        learning_rates=strides(0.02, 0.02, 0.1),
    ),
    Mountain(
        name="exploding_cliff",
        title="Exploding cliff",
        group=Group.LESSONS,
        formula=f"({_recurrence(10)} - 0.7)^2 + (x^2 + y^2)/2000",
        bounds=Bounds(0, 10, -6, 2),
        start=(6.9, -3.9),
        minima=(Minimum((0.39506930121279193, 0.5653792336429311), 0.00023938286154611693),),
        story=(
            "A recurrent network in miniature: where its memory tips over stands a wall, and one step on it "
            "can throw the trekker across the whole map."
        ),
        source="after Pascanu, Mikolov & Bengio (2013), ICML, 1310–1318",
        learning_rates=strides(10, 1, 0.2),
    ),
    Mountain(
        name="vanishing_plateau",
        title="Vanishing slope",
        group=Group.LESSONS,
        formula="(tanh(x)tanh(y) - 1/2)^2 + (x - y)^2/200",
        bounds=Bounds(-4, 4, -4, 4),
        start=(2.6, 2.2),
        minima=(
            Minimum((-0.881373587019543, -0.881373587019543), 0.0),
            Minimum((0.881373587019543, 0.881373587019543), 0.0),
        ),
        story=(
            "Two saturated neurons: far out the slope fades away although the cost is high, and a long wait "
            "comes before the descent."
        ),
        source=_HOUSE,
        learning_rates=strides(2, 0.1, 0.05),
    ),
)
