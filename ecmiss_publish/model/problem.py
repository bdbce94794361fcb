"""What people can mend: where it is, what is wrong on both sides, and what to do about it.

Every stage writes its findings into a `Report`; nothing is printed or raised until all of them are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum


class Severity(Enum):
    """How much a Problem matters: an error stops a release, a warning and a hint do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a file of the project. `line` counts from 1; 0 means the file as a whole."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding: a stable code for machines, a sentence for people, the place and the remedy."""

    severity: Severity
    code: str
    message: str
    origin: Origin | None = None
    hint: str | None = None
    unit: str | None = None

    @property
    def is_error(self) -> bool:
        """Whether it must be mended before the work may go out."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.origin}: " if self.origin else ""
        # Programs for translators show no line numbers, but find the unit.
        unit = f" (unit {self.unit})" if self.unit and f"“{self.unit}”" not in self.message else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{place}{self.severity.value}[{self.code}]: {self.message}{unit}{hint}"


@dataclass(slots=True)
class Report:
    """The Problems found so far, each kept once, in the order they were found."""

    _problems: dict[Problem, None] = field(default_factory=dict)

    def error(
        self, code: str, message: str, *, at: Origin | None = None, hint: str | None = None, unit: str | None = None
    ) -> None:
        """Add a Problem that must be mended before the work may go out."""
        self.add(Problem(severity=Severity.ERROR, code=code, message=message, origin=at, hint=hint, unit=unit))

    def warning(
        self, code: str, message: str, *, at: Origin | None = None, hint: str | None = None, unit: str | None = None
    ) -> None:
        """Add a Problem that a person should look at."""
        self.add(Problem(severity=Severity.WARNING, code=code, message=message, origin=at, hint=hint, unit=unit))

    def hint(
        self, code: str, message: str, *, at: Origin | None = None, hint: str | None = None, unit: str | None = None
    ) -> None:
        """Add a Problem that is often none; a person who knows the language decides."""
        self.add(Problem(severity=Severity.HINT, code=code, message=message, origin=at, hint=hint, unit=unit))

    def add(self, problem: Problem) -> None:
        """Keep `problem`, unless the same one is here already."""
        self._problems.setdefault(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Keep every one of `problems`."""
        for problem in problems:
            self.add(problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._problems)

    def __len__(self) -> int:
        return len(self._problems)

    @property
    def errors(self) -> int:
        """How many Problems stop a release."""
        return sum(problem.severity is Severity.ERROR for problem in self)

    @property
    def warnings(self) -> int:
        """How many Problems a person should look at."""
        return sum(problem.severity is Severity.WARNING for problem in self)


class PublishError(Exception):
    """This file cannot be made. The reasons are Problems in the Report that the raiser was given."""
