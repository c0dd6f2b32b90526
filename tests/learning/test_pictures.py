import numpy as np
import pytest

from trekker.learning.catalogue import model
from trekker.learning.confusion import confusion
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.learning.digits import PIXELS, TARGET, digits
from trekker.learning.pictures import first_filters, pictures_of, read_picture, shows_pictures

FEW = digits().picked(np.arange(200))


def ground(name="softmax", **settings):
    return data_ground(FEW, PIXELS, TARGET, model(name, settings), validation_share=0.25)


@pytest.fixture(scope="module")
def taught():
    """Softmax regression that has learnt 150 digits, and where it stands."""
    chosen = ground()
    theta = np.array(chosen.start)
    for _ in range(150):
        theta = theta - 0.5 * chosen.cost.gradient(theta)
    return chosen, theta


def test_every_row_is_counted_once_and_the_diagonal_is_what_is_right(taught):
    chosen, theta = taught
    counts = confusion(chosen, theta)
    assert counts.shape == (10, 10)
    assert counts.sum() == 50
    assert counts.trace() / 50 == chosen.validation_accuracy(theta)
    assert counts.sum(axis=1).tolist() == np.bincount(chosen.validation[TARGET].astype(int), minlength=10).tolist()
    learnt = confusion(chosen, theta, chosen.dataset)
    assert learnt.trace() / 150 == chosen.accuracy(theta) > 0.9


def test_the_true_class_is_the_row_and_what_is_said_the_column():
    table = Dataset("table", (Column("x", [-2, -1, 1, 2]), Column("y", [3, 7, 7, 7])))
    chosen = data_ground(table, ["x"], "y", model("logistic"))
    assert confusion(chosen, np.array([0.0, 1.0])).tolist() == [[1, 0], [1, 2]]
    assert confusion(chosen, np.full(2, np.nan)).tolist() == [[0, 0], [0, 0]]


def test_a_line_confuses_no_classes():
    with pytest.raises(NotImplementedError, match="has no classes"):
        confusion(data_ground(FEW, PIXELS[:2], TARGET), np.zeros(3))


def test_a_picture_is_read_as_its_row_is(taught):
    chosen, theta = taught
    pictures = pictures_of(chosen, chosen.validation)
    assert pictures.shape == (50, 8, 8)
    for picture, said in zip(pictures, chosen.predict(theta, chosen.validation.numbers(PIXELS)), strict=True):
        reading = read_picture(chosen, theta, picture)
        assert reading.label == said
        assert reading.probabilities.sum() == pytest.approx(1.0)
        assert chosen.classes[reading.probabilities.argmax()] == said


def test_where_nothing_can_be_said_nothing_is(taught):
    chosen, theta = taught
    assert np.isnan(read_picture(chosen, theta * np.nan, np.zeros((8, 8))).label)


@pytest.mark.parametrize("shape", [(8, 7), (64,), (28, 28)])
def test_a_picture_of_another_size_is_refused(taught, shape):
    with pytest.raises(ValueError, match="8×8 pixels, not"):
        read_picture(*taught, np.zeros(shape))


def test_only_a_classifier_of_pictures_can_be_shown_one():
    assert shows_pictures(ground("convolutional"))
    assert not shows_pictures(data_ground(FEW, PIXELS, TARGET))
    assert not shows_pictures(data_ground(FEW, PIXELS[:4], TARGET, model("softmax")))


@pytest.mark.parametrize(("name", "shape"), [("softmax", (10, 8, 8)), ("convolutional", (8, 3, 3))])
def test_the_first_filters_are_the_weights_of_the_first_layer(name, shape):
    chosen = ground(name)
    theta = np.arange(float(chosen.cost.dimension))
    filters = first_filters(chosen, theta)
    assert filters.shape == shape
    assert sorted(filters.ravel()) == list(range(int(np.prod(shape))))
    assert filters[1, 0, 0] == 1.0
    assert filters[0, 0, 1] == shape[0]
