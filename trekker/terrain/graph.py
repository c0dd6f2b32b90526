"""A formula as a list of steps that share everything they can, and its exact derivatives as more steps.

Each step names an operation and the earlier steps that it works on, and no step is there twice. So a cost, its
gradient and its Hessian have their common parts in common, a derivative is at most a few times as long as what it
was taken of, and no expression, however it is nested, can make this slow.

Derivatives hold almost everywhere: those of ``sign``, ``floor``, ``ceil`` and ``round`` are 0, and at a kink of
``abs``, ``min``, ``max`` or ``sqrt`` a value between the slopes on its sides is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

from trekker.terrain.operations import fold


@dataclass(frozen=True, slots=True)
class Step:
    """One operation: on the steps with the indices ``arguments``, or for a leaf and a power on ``value``.

    ``constant`` has its value; ``variable`` its index; ``power`` its whole exponent.
    """

    operation: str
    arguments: tuple[int, ...] = ()
    value: float = 0.0


class Graph:
    """A growing list of steps without repetitions. Steps are known by their index."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._index: dict[Step, int] = {}

    def _add(self, step: Step) -> int:
        index = self._index.get(step)
        if index is None:
            index = self._index[step] = len(self.steps)
            self.steps.append(step)
        return index

    def constant(self, value: float) -> int:
        """Return the step that is the number ``value``."""
        return self._add(Step("constant", value=float(value)))

    def variable(self, index: int) -> int:
        """Return the step that is parameter ``index``."""
        return self._add(Step("variable", value=float(index)))

    def apply(self, operation: str, *arguments: int) -> int:
        """Return the step that applies ``operation`` exactly as written; among constants it is done at once."""
        values = [self.value(each) for each in arguments]
        known = tuple(value for value in values if value is not None)
        if len(known) == len(values):
            return self.constant(-known[0] if operation == "negate" else fold(operation, known))
        return self._add(Step(operation, arguments))

    def power(self, base: int, exponent: int) -> int:
        """Return the step that is ``base`` to a whole power."""
        known = self.value(base)
        if known is not None:
            return self.constant(fold("pow", (known, float(exponent))))
        if exponent in (0, 1):
            return base if exponent else self.constant(1.0)
        return self._add(Step("power", (base,), float(exponent)))

    def value(self, index: int) -> float | None:
        """Return the number that a step is, or None where it varies."""
        step = self.steps[index]
        return step.value if step.operation == "constant" else None

    def ancestry(self, index: int) -> list[int]:
        """Return all that step ``index`` is made of, itself included, each after what it works on."""
        needed: set[int] = set()
        waiting = [index]
        while waiting:
            each = waiting.pop()
            if each not in needed:
                needed.add(each)
                waiting += self.steps[each].arguments
        return sorted(needed)

    # What follows simplifies as it builds, and is meant for derivatives: the formula itself is computed as written.

    def plus(self, left: int, right: int) -> int:
        """Return left + right, simplified."""
        if self.value(left) == 0.0:
            return right
        if self.value(right) == 0.0:
            return left
        number, rest = self._coefficient(right)
        if number < 0 and rest is not None:
            return self.minus(left, self._scaled(-number, rest))
        if self.steps[left].operation == "negate":
            return self.minus(right, self.steps[left].arguments[0])
        if left == right:
            return self.times(self.constant(2.0), left)
        return self.apply("add", left, right)

    def minus(self, left: int, right: int) -> int:
        """Return left − right, simplified."""
        if self.value(right) == 0.0:
            return left
        if self.value(left) == 0.0:
            return self.negative(right)
        number, rest = self._coefficient(right)
        if number < 0 and rest is not None:
            return self.plus(left, self._scaled(-number, rest))
        return self.constant(0.0) if left == right else self.apply("subtract", left, right)

    def negative(self, operand: int) -> int:
        """Return −operand, simplified."""
        step = self.steps[operand]
        if step.operation == "negate":
            return step.arguments[0]
        if step.operation == "subtract":
            return self.apply("subtract", step.arguments[1], step.arguments[0])
        return self.apply("negate", operand)

    def times(self, left: int, right: int) -> int:
        """Return left · right, with signs and numbers brought to the front; 0 where either is 0."""
        left_number, left_rest = self._coefficient(left)
        right_number, right_rest = self._coefficient(right)
        number = fold("multiply", (left_number, right_number))
        if number == 0.0:
            return self.constant(0.0)
        return self._scaled(number, self._product(left_rest, right_rest))

    def over(self, left: int, right: int, operation: str = "divide") -> int:
        """Return left / right, simplified; ``operation`` says which kind of division it is."""
        left_number, left_rest = self._coefficient(left)
        right_number, right_rest = self._coefficient(right)
        if left_number == 0.0:
            return self.constant(0.0)
        number = fold("divide", (left_number, right_number))
        if right_rest is None:
            return self._scaled(number, left_rest)
        if left_rest is None:
            return self.apply(operation, self.constant(number), right_rest)
        return self._scaled(number, self.apply(operation, left_rest, right_rest))

    def _coefficient(self, index: int) -> tuple[float, int | None]:
        """Split a step into a number and the rest that it multiplies (None where there is no rest)."""
        step = self.steps[index]
        if step.operation == "constant":
            return step.value, None
        if step.operation == "negate":
            number, rest = self._coefficient(step.arguments[0])
            return -number, rest
        if step.operation == "multiply":
            first = self.value(step.arguments[0])
            if first is not None:
                return first, step.arguments[1]
        return 1.0, index

    def _product(self, left: int | None, right: int | None) -> int | None:
        if left is None or right is None:
            return right if left is None else left
        left_base, left_exponent = self._base(left)
        right_base, right_exponent = self._base(right)
        if left_base == right_base and left_exponent > 0 and right_exponent > 0:
            return self.power(left_base, left_exponent + right_exponent)
        return self.apply("multiply", left, right)

    def _base(self, index: int) -> tuple[int, int]:
        step = self.steps[index]
        return (step.arguments[0], int(step.value)) if step.operation == "power" else (index, 1)

    def _scaled(self, number: float, rest: int | None) -> int:
        if rest is None:
            return self.constant(number)
        if number == 1.0:
            return rest
        if number == -1.0:
            return self.negative(rest)
        return self.apply("multiply", self.constant(number), rest)
