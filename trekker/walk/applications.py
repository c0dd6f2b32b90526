"""The applications: a model on data with a trekker who gets somewhere on it, one click each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from trekker.ground import Ground
from trekker.learning.forecast import Method
from trekker.messages import Refusal
from trekker.optimizers.adam import Adam
from trekker.optimizers.momentum import Momentum
from trekker.optimizers.plain import GradientDescent
from trekker.walk.application_grounds import ProductReviews, StockPrices
from trekker.walk.grounds import GroundChoice, Progress, SampleData
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import StopRule


@dataclass(frozen=True, kw_only=True)
class Application:
    """A ground with a trekker and a patience that suit it.

    Attributes:
        name: the key on the command line and in files.
        title: what people call it.
        group: the lesson or field that it belongs to.
        story: one sentence on what it teaches.
        caveat: one sentence on what it does not show.
        choice: what opens the model and its data.
        trekker: who gets somewhere on it.
        steps: after how many steps there is not much more to be seen.
        tolerance: a smaller change of the cost counts as none; 0 where the walk is to go on though nothing changes.
    """

    name: str
    title: str
    group: str
    story: str
    caveat: str
    choice: GroundChoice
    trekker: Trekker
    steps: int
    tolerance: float = 1e-9

    @property
    def stop(self) -> StopRule:
        """When the walk is over."""
        return StopRule(step_limit=self.steps, tolerance=self.tolerance)

    def scenario(self, seed: int = 0) -> Scenario:
        """Return the whole run."""
        return Scenario(ground=NamedApplication(self.name), trekkers=(self.trekker,), seed=seed, stop=self.stop)


@dataclass(frozen=True)
class NamedApplication:
    """The ground of one of the applications."""

    name: str

    def open(self, progress: Progress | None = None) -> Ground:
        """Open the model and its data; the rate of the application's own rule is the one that suits it."""
        known = applications()
        if self.name not in known:
            raise Refusal(
                "{name} is not an application here; there are {known}", name=self.name, known=", ".join(known)
            )
        chosen = known[self.name]
        ground, rule = chosen.choice.open(progress), chosen.trekker.optimizer
        rates = {**ground.learning_rates, rule.name: float(getattr(rule, "learning_rate", 0.0))}
        return replace(
            ground,
            name=chosen.name,
            title=chosen.title,
            story=chosen.story,
            caveat=chosen.caveat,
            learning_rates=MappingProxyType(rates),
        )


def applications() -> Mapping[str, Application]:
    """Return every application by name, in the order in which they are offered."""
    return _APPLICATIONS


def _trend(company: str, *, title: str) -> Application:
    return Application(
        name=f"stocks_{company.lower()}_trend",
        title=title,
        group="Application: stock prices",
        story="A straight line through the months that it knows; the last two years show what such a line is worth.",
        caveat="A trend line is no investment advice: it knows nothing of what moves prices, and no trend must go on.",
        choice=StockPrices(company, Method.TREND),
        trekker=Trekker(optimizer=GradientDescent(learning_rate=0.1)),
        steps=200,
    )


def _lags(company: str, *, title: str) -> Application:
    return Application(
        name=f"stocks_{company.lower()}_lags",
        title=title,
        group="Application: stock prices",
        story="Each month is foretold from the three before it, of which the last counts most by far.",
        caveat="A line through past prices is no investment advice: it knows nothing of what moves prices.",
        choice=StockPrices(company, Method.LAGS),
        trekker=Trekker(optimizer=Momentum(learning_rate=0.05)),
        steps=500,
    )


def _digits(
    model: str, *settings: tuple[str, str], title: str, story: str, learning_rate: float, steps: int
) -> Application:
    return Application(
        name=f"digits_{model}",
        title=title,
        group="Application: image recognition",
        story=story,
        caveat="Small, clean, centred digits are not photographs: what reads these need not read anything else.",
        choice=SampleData("digits", model, settings, validation_share=_HELD_OUT),
        trekker=Trekker(optimizer=Adam(learning_rate=learning_rate), batch_size=32),
        steps=steps,
    )


def _reviews(language: str, *, title: str) -> Application:
    return Application(
        name=f"reviews_{language}",
        title=title,
        group="Application: sentiment",
        story="Every word, or run of letters, gets a weight; those of a sentence together say how its writer feels.",
        caveat="Counting words is not understanding: irony, and words that the reviews did not have, go unnoticed.",
        choice=ProductReviews(language, _HELD_OUT),
        trekker=Trekker(optimizer=Adam(learning_rate=0.05)),
        steps=600,
    )


def _classes(name: str, model: str, *settings: tuple[str, str], title: str, story: str, steps: int) -> Application:
    return Application(
        name=name,
        title=title,
        group="Data: the error of a classifier",
        story=story,
        caveat="The points are made up so that two inputs suffice; real classes seldom part so well.",
        choice=SampleData(name, model, settings, validation_share=_HELD_OUT),
        trekker=Trekker(optimizer=Adam(learning_rate=0.02), batch_size=20),
        steps=steps,
    )


def _deep(
    name: str, *settings: tuple[str, str], title: str, story: str, caveat: str, learning_rate: float, tolerance: float
) -> Application:
    return Application(
        name=name,
        title=title,
        group="Networks",
        story=story,
        caveat=caveat,
        choice=SampleData("two_moons", "perceptron", (_BY_CLASS, *settings), validation_share=_HELD_OUT),
        trekker=Trekker(optimizer=GradientDescent(learning_rate=learning_rate)),
        steps=500,
        tolerance=tolerance,
    )


_HELD_OUT = 0.2
"""How many of the rows are held out."""
_BY_CLASS = ("task", "classification")
_EIGHT_LAYERS = ("hidden", ",".join(["16"] * 8))
_TEN_LAYERS = ("hidden", ",".join(["24"] * 10))

_ALL = (
    _trend("AAPL", title="Apple shares: a trend line"),
    _trend("AMZN", title="Amazon shares: a trend line"),
    _trend("GOOG", title="Google shares: a trend line"),
    _trend("IBM", title="IBM shares: a trend line"),
    _trend("MSFT", title="Microsoft shares: a trend line"),
    _lags("AAPL", title="Apple shares: from the last prices"),
    _lags("AMZN", title="Amazon shares: from the last prices"),
    _lags("GOOG", title="Google shares: from the last prices"),
    _lags("IBM", title="IBM shares: from the last prices"),
    _lags("MSFT", title="Microsoft shares: from the last prices"),
    _digits(
        "softmax",
        title="Digits read by softmax regression",
        story="One layer of weights: each digit has a picture of what speaks for it and what against.",
        learning_rate=0.01,
        steps=400,
    ),
    _digits(
        "perceptron",
        _BY_CLASS,
        ("hidden", "32"),
        ("activation", "relu"),
        ("initialisation", "he_normal"),
        title="Digits read by a perceptron",
        story="Between pixels and digits stand 32 units, each of which has learnt to look for something.",
        learning_rate=0.005,
        steps=600,
    ),
    _digits(
        "convolutional",
        ("filters", "16"),
        title="Digits read by a convolutional network",
        story="Filters slide over the picture: about the perceptron's number of weights, and fewer digits misread.",
        learning_rate=0.005,
        steps=800,
    ),
    _reviews("en", title="Moods of product reviews in English"),
    _reviews("ja", title="Moods of product reviews in Japanese"),
    _classes(
        "two_blobs",
        "logistic",
        title="Two blobs: logistic regression",
        story="Two clouds that overlap: the best straight border is soon found, and still has faults.",
        steps=400,
    ),
    _classes(
        "two_moons",
        "perceptron",
        _BY_CLASS,
        title="Two moons: a perceptron",
        story="Two crescents that reach into one another: no straight border parts them, a bent one does.",
        steps=600,
    ),
    _classes(
        "spiral",
        "perceptron",
        _BY_CLASS,
        title="Three arms of a spiral: a perceptron",
        story="Three arms wound round one another: the border must bend and bend again, and the walk is long.",
        steps=1000,
    ),
    _deep(
        "vanishing",
        _EIGHT_LAYERS,
        ("activation", "sigmoid"),
        ("initialisation", "xavier_normal"),
        title="Vanishing: a deep sigmoid network",
        story="Each of eight sigmoid layers lets through a quarter of the slope at most: the first ones feel nothing.",
        caveat="Networks of today are spared this by ReLU, by their first weights, and by paths around layers.",
        learning_rate=0.1,
        tolerance=0.0,
    ),
    _deep(
        "exploding",
        _TEN_LAYERS,
        ("activation", "leaky_relu"),
        ("initialisation", "large_normal"),
        title="Exploding: a network with too-large weights",
        story="Each of ten layers makes larger what passes through it, forward and back: all slopes are huge, and the "
        "first step is a leap; clipped, the walk goes well.",
        caveat="Clipping makes the walk possible; smaller first weights would have made it unnecessary.",
        learning_rate=0.1,
        tolerance=1e-9,
    ),
)
_APPLICATIONS: Mapping[str, Application] = MappingProxyType({each.name: each for each in _ALL})
