import numpy as np
import pytest

from trekker.learning.judgement import examples, judge, telling_tokens
from trekker.learning.survey import largest_curvature
from trekker.learning.text_ground import text_ground

TEXTS = ["Good stuff, very good", "Not good at all", "Bad stuff", "Very nice, good value", "So bad"] * 8
LABELS = ["pos", "neg", "neg", "pos", "neg"] * 8


def ground(**options):
    return text_ground(TEXTS, LABELS, **options)


def walked(chosen, steps=400):
    theta = np.array(chosen.start)
    for _ in range(steps):
        theta = theta - chosen.learning_rates["gradient_descent"] * chosen.cost.gradient(theta)
    return theta


def test_a_walk_learns_to_tell_the_two_kinds_apart():
    chosen = ground()
    theta = walked(chosen)
    assert chosen.classes == ("neg", "pos")
    assert (chosen.training_rows, chosen.validation_rows) == (32, 8)
    assert chosen.accuracy(theta) == chosen.validation_accuracy(theta) == 1.0
    assert chosen.cost.cost(theta) < 0.3 < chosen.cost.cost(np.array(chosen.start))
    assert chosen.validation_cost(np.stack([theta, theta])).shape == (2,)
    assert chosen.probability(theta, ["very nice", "so bad"]).round().tolist() == [1, 0]


def test_the_plain_rate_is_stable_everywhere():
    chosen = ground()
    assert 2.0 / largest_curvature(chosen.cost, np.array(chosen.start)) > chosen.learning_rates["gradient_descent"]
    costs = [float(chosen.cost.cost(walked(chosen, steps))) for steps in (0, 1, 2, 5, 20, 100)]
    assert costs == sorted(costs, reverse=True)


def test_words_of_texts_held_out_are_not_known():
    texts = [f"word{letter} here" for letter in "abcdefghij"] * 2
    chosen = text_ground(texts, ["p", "n"] * 10, validation_share=0.4, seed=3)
    learnt = " ".join(chosen.training.texts)
    assert all(token in learnt for token in chosen.vocabulary.tokens)
    assert len(chosen.vocabulary.tokens) < len({word for text in texts for word in text.split()})


def test_the_seed_draws_the_texts_held_out():
    first, again, other = (ground(seed=seed).validation.texts for seed in (0, 0, 1))
    assert first == again
    assert first != other


def test_nothing_is_held_out_where_the_share_is_zero():
    chosen = ground(validation_share=0.0)
    assert chosen.validation is None
    assert np.isnan(chosen.validation_cost(np.zeros(chosen.cost.dimension)))
    assert np.isnan(chosen.validation_accuracy(np.zeros(chosen.cost.dimension)))
    assert len(examples(chosen, np.zeros(chosen.cost.dimension))) == 6


@pytest.mark.parametrize(
    ("texts", "labels", "said"),
    [
        (["a b", "a b"], ["x", "x"], "exactly 2 different labels"),
        (["a"] * 3, ["x", "y", "z"], "not 3"),
        (["a"], ["x", "y"], "1 texts need as many labels, not 2"),
        (["one", "two", "three"], ["x", "y", "x"], "no word comes in two of these texts"),
    ],
)
def test_texts_that_teach_nothing_are_refused_in_one_sentence(texts, labels, said):
    with pytest.raises(ValueError, match=said) as fault:
        text_ground(texts, labels, validation_share=0.0)
    assert "\n" not in str(fault.value)


def test_a_share_that_leaves_nothing_is_refused():
    with pytest.raises(ValueError, match="below 1"):
        ground(validation_share=1.0)


@pytest.mark.parametrize("text", ["Not bad, VERY good good", "", "unknown words only", "Ｇｏｏｄ"])
def test_what_the_words_add_makes_up_the_score(text):
    chosen = ground()
    theta = walked(chosen)
    judged = judge(chosen, theta, text)
    score = judged.intercept + sum(each.weight for each in judged.contributions)
    assert judged.probability == pytest.approx(1 / (1 + np.exp(-score)))
    assert judged.probability == pytest.approx(float(chosen.probability(theta, [text])[0]))
    assert judged.heat.shape == (len(text),)
    assert judged.heat.sum() == pytest.approx(score - judged.intercept)
    assert judged.label == ("pos" if judged.probability > 0.5 else "neg")


def test_the_score_is_what_the_formula_says_it_is():
    chosen = ground()
    theta = walked(chosen)
    known = [theta[1 + chosen.vocabulary.places[token]] for token in ("very", "good", "very good")]
    score = theta[0] + sum(known) / np.sqrt(3)
    assert float(chosen.probability(theta, ["Very good"])[0]) == pytest.approx(1 / (1 + np.exp(-score)))
    price = chosen.model.strength / 2 * (theta[1:] ** 2).sum()
    assert float(chosen.cost.cost(theta) - chosen.cost.loss.cost(theta)) == pytest.approx(price)
    assert chosen.formula == (
        "J(θ) = −1/m Σ log P(y) + ½λ Σ θⱼ², P(1) = 1/(1 + e⁻ᶻ), z = θ₀ + (1/√k) Σ θⱼ over the k known pieces of a text"
    )


def test_each_word_is_shown_where_it_stands():
    chosen = ground()
    text = "So BAD, yet good"
    judged = judge(chosen, walked(chosen), text)
    weights = {text[each.start : each.end]: each.weight for each in judged.contributions}
    assert weights["BAD"] < 0 < weights["good"]
    assert judged.heat[text.index("BAD")] < 0 < judged.heat[text.index("good")]
    assert judged.heat[text.index("yet")] == 0.0


def test_words_speak_loudest_in_the_order_of_their_weights():
    chosen = ground()
    theta = walked(chosen)
    speaking_for, against = telling_tokens(chosen, theta, 4)
    assert [each.weight for each in speaking_for] == sorted((each.weight for each in speaking_for), reverse=True)
    assert [each.weight for each in against] == sorted(each.weight for each in against)
    assert speaking_for[0].weight > 0 > against[0].weight
    assert {each.token for each in speaking_for} & {"very", "nice", "very nice", "very good", "value"}
    assert "bad" in {each.token for each in against}


def test_where_nothing_is_learnt_no_word_speaks():
    chosen = ground()
    assert telling_tokens(chosen, np.zeros(chosen.cost.dimension)) == ([], [])


def test_examples_are_texts_held_out_with_what_people_and_the_model_say():
    chosen = ground()
    shown = examples(chosen, walked(chosen), [0, 3])
    assert [each.text for each in shown] == [chosen.validation.texts[0], chosen.validation.texts[3]]
    for each in shown:
        assert (each.label == "pos") == (each.probability > 0.5)


def test_out_of_all_bounds_nothing_is_said():
    chosen = ground()
    judged = judge(chosen, np.full(chosen.cost.dimension, np.nan), "good")
    assert np.isnan(judged.probability)
    assert judged.label == ""
    assert np.isnan(chosen.accuracy(np.full(chosen.cost.dimension, np.nan)))
