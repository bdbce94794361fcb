"""The Unicode Bidirectional Algorithm (UAX #9): logical text -> embedding levels -> visual order.

Our own because python-bidi's algorithm has no isolates and no bracket rule, and the ICU bindings that have both are
124 MB without a Windows wheel. Rule names in comments are those of UAX #9; it is proved on Unicode's
BidiCharacterTest.txt and compared with python-bidi in the tests.
"""

from __future__ import annotations

import bisect
import unicodedata
from collections.abc import Sequence

MAX_DEPTH = 125

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
CONTROLS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# Bidi_Paired_Bracket of Unicode 15: opening and closing in turn.
_BRACKETS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b\u2329"
    "\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6"
    "\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b"
    "\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc"
    "\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008"
    "\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b\ufe59"
    "\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSING_OF = {_CANONICAL.get(a, a): _CANONICAL.get(b, b) for a, b in zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)}
_CLOSINGS = frozenset(_CLOSING_OF.values())

_STRONG_RTL = frozenset(("R", "AL"))
_ISOLATE_INITIATORS = frozenset(("LRI", "RLI", "FSI"))
_EMBEDDINGS = {"RLE": 1, "LRE": 0, "RLO": 1, "LRO": 0}
_OVERRIDES = {"RLO": "R", "LRO": "L"}
_REMOVED = frozenset(("RLE", "LRE", "RLO", "LRO", "PDF", "BN"))  # X9
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_TRAILING = frozenset(("WS", "LRI", "RLI", "FSI", "PDI", *_REMOVED))
# A paragraph without these, by its level, runs one way throughout.
_CONTROLLED = frozenset(("RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"))
_NEEDS_WORK = (_CONTROLLED | {"R", "AL", "AN"}, _CONTROLLED | {"L", "EN", "AN"})


def base_level(text: str) -> int:
    """Return the paragraph level by the first strong character outside isolates (P2, P3); 0 where there is none."""
    return _first_strong([unicodedata.bidirectional(char) or "L" for char in text], 0, len(text)) or 0


def levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each character of one paragraph whose own level is `base` (0 or 1).

    Characters that X9 removes get the level of the one before them. Trailing white space is reset at `base` for the
    paragraph (L1); `line_levels` does it for a line.
    """
    classes = [unicodedata.bidirectional(char) or "L" for char in text]
    if _NEEDS_WORK[base].isdisjoint(classes):
        return [base] * len(text)
    result, resolved = _explicit(classes, base)
    for sequence in _isolating_run_sequences(classes, result, base):
        _resolve(text, classes, resolved, result, sequence)
    for index, kind in enumerate(classes):
        if kind in _REMOVED:
            result[index] = result[index - 1] if index else base
    return line_levels(text, result, 0, len(text), base)


def line_levels(text: str, result: Sequence[int], start: int, end: int, base: int) -> list[int]:
    """Return the levels of a line text[start:end]: separators and white space at its end take the base level (L1)."""
    line = list(result[start:end])
    trailing = True
    for index in range(end - 1, start - 1, -1):
        kind = unicodedata.bidirectional(text[index])
        if kind in ("B", "S"):
            trailing = True
            line[index - start] = base
        elif trailing and kind in _TRAILING:
            line[index - start] = base
        else:
            trailing = False
    return line


def visual_order(line: Sequence[int]) -> list[int]:
    """Return the indexes of a line's pieces in visual order from the left (L2)."""
    order = list(range(len(line)))
    if not line:
        return order
    lowest_odd = min((level for level in line if level % 2), default=0)
    for level in range(max(line), lowest_odd - 1, -1):
        if level == 0:
            break
        start = 0
        while start < len(order):
            if line[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and line[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


# --- X1 to X8: explicit levels ----------------------------------------------------------------------------------


def _explicit(classes: list[str], base: int) -> tuple[list[int], list[str]]:
    result = [base] * len(classes)
    resolved = list(classes)
    matches = _matching_pdis(classes)
    stack: list[tuple[int, str | None, bool]] = [(base, None, False)]  # level, override, isolate
    overflow_isolates = overflow_embeddings = valid_isolates = 0
    for index, kind in enumerate(classes):
        level, override, _ = stack[-1]
        if kind in _EMBEDDINGS:
            result[index] = level
            deeper = _next_level(level, _EMBEDDINGS[kind])
            if deeper <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                stack.append((deeper, _OVERRIDES.get(kind), False))
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif kind in _ISOLATE_INITIATORS:
            result[index] = level
            resolved[index] = override or kind
            towards = {"RLI": 1, "LRI": 0}.get(kind)
            if towards is None:
                towards = _first_strong(classes, index + 1, matches.get(index, len(classes))) or 0
            deeper = _next_level(level, towards)
            if deeper <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                valid_isolates += 1
                stack.append((deeper, None, True))
            else:
                overflow_isolates += 1
        elif kind == "PDI":
            if overflow_isolates:
                overflow_isolates -= 1
            elif valid_isolates:
                overflow_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            result[index] = stack[-1][0]
            resolved[index] = stack[-1][1] or kind
        elif kind == "PDF":
            if not overflow_isolates:
                if overflow_embeddings:
                    overflow_embeddings -= 1
                elif not stack[-1][2] and len(stack) > 1:
                    stack.pop()
            result[index] = stack[-1][0]
        elif kind == "B":
            result[index] = base
        elif kind != "BN":
            result[index] = level
            resolved[index] = override or kind
    return result, resolved


def _next_level(level: int, odd: int) -> int:
    return level + 1 if (level + 1) % 2 == odd else level + 2


def _matching_pdis(classes: list[str]) -> dict[int, int]:
    """Return the index of the PDI that closes each isolate initiator (BD9)."""
    matches: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATE_INITIATORS:
            opened.append(index)
        elif kind == "PDI" and opened:
            matches[opened.pop()] = index
    return matches


def _first_strong(classes: list[str], start: int, end: int) -> int | None:
    depth = 0
    for kind in classes[start:end]:
        if kind in _ISOLATE_INITIATORS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind == "L":
            return 0
        elif not depth and kind in _STRONG_RTL:
            return 1
    return None


# --- X10: isolating run sequences -------------------------------------------------------------------------------


class _Sequence:
    """Indexes of one isolating run sequence with the directions before and after it."""

    __slots__ = ("end", "indexes", "level", "start")

    def __init__(self, indexes: list[int], level: int, start: str, end: str) -> None:
        self.indexes, self.level, self.start, self.end = indexes, level, start, end


def _isolating_run_sequences(classes: list[str], result: list[int], base: int) -> list[_Sequence]:
    kept = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for index in kept:
        if runs and result[runs[-1][-1]] == result[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    matches = _matching_pdis(classes)
    run_of_start = {run[0]: run for run in runs}
    closing = set(matches.values())
    made = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in closing:
            continue  # it goes on from the run of its initiator
        indexes = list(run)
        while classes[indexes[-1]] in _ISOLATE_INITIATORS and matches.get(indexes[-1]) in run_of_start:
            indexes.extend(run_of_start[matches[indexes[-1]]])
        made.append(_with_edges(indexes, classes, result, kept, matches, base))
    return made


def _with_edges(
    indexes: list[int], classes: list[str], result: list[int], kept: list[int], matches: dict[int, int], base: int
) -> _Sequence:
    level = result[indexes[0]]
    before = bisect.bisect_left(kept, indexes[0]) - 1
    after = bisect.bisect_right(kept, indexes[-1])
    level_before = result[kept[before]] if before >= 0 else base
    open_ended = classes[indexes[-1]] in _ISOLATE_INITIATORS and indexes[-1] not in matches
    level_after = base if open_ended or after >= len(kept) else result[kept[after]]
    return _Sequence(indexes, level, _direction(max(level, level_before)), _direction(max(level, level_after)))


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


# --- W1 to W7, N0 to N2, I1, I2 ---------------------------------------------------------------------------------


def _resolve(text: str, classes: list[str], resolved: list[str], result: list[int], sequence: _Sequence) -> None:
    indexes = sequence.indexes
    kinds = [resolved[index] for index in indexes]
    _weak(kinds, sequence.start)
    _brackets(text, classes, indexes, kinds, sequence)
    _neutral(kinds, sequence)
    for index, kind in zip(indexes, kinds, strict=True):
        if sequence.level % 2 == 0:
            result[index] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)  # I1
        else:
            result[index] += {"L": 1, "AN": 1, "EN": 1}.get(kind, 0)  # I2


def _weak(kinds: list[str], start: str) -> None:
    previous = start
    for at, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[at] = "ON" if previous in _ISOLATE_INITIATORS or previous == "PDI" else previous
        previous = kinds[at]
    strong = start
    for at, kind in enumerate(kinds):  # W2, W3
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):  # W4
        around = kinds[at - 1], kinds[at + 1]
        if (kinds[at] in ("ES", "CS") and around == ("EN", "EN")) or (kinds[at] == "CS" and around == ("AN", "AN")):
            kinds[at] = kinds[at - 1]
    at = 0
    while at < len(kinds):  # W5
        if kinds[at] != "ET":
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if (at and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN"):
            kinds[at:end] = ["EN"] * (end - at)
        at = end
    strong = start
    for at, kind in enumerate(kinds):  # W6, W7
        if kind in ("ET", "ES", "CS"):
            kinds[at] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _brackets(text: str, classes: list[str], indexes: list[int], kinds: list[str], sequence: _Sequence) -> None:
    """N0: a pair of brackets takes the direction of what is in it, or of what is before it."""
    embedding = _direction(sequence.level)
    for opening, closing in _bracket_pairs(text, indexes, kinds):
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {None}
        if embedding in inside:
            direction = embedding
        elif inside:
            before = next((found for kind in kinds[opening - 1 :: -1] if (found := _strong(kind))), None)
            before = (before if opening else None) or sequence.start
            direction = before if before != embedding else embedding
        else:
            continue
        for at in (opening, closing):
            kinds[at] = direction
            for mark in range(at + 1, len(kinds)):  # marks behind a bracket follow it
                if classes[indexes[mark]] != "NSM":
                    break
                kinds[mark] = direction


def _bracket_pairs(text: str, indexes: list[int], kinds: list[str]) -> list[tuple[int, int]]:
    """Return the bracket pairs of a sequence in order of their openings (BD16)."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, index in enumerate(indexes):
        if kinds[at] != "ON":
            continue
        char = _CANONICAL.get(text[index], text[index])
        if char in _CLOSING_OF:
            if len(opened) == 63:
                return []  # BD16 gives up here
            opened.append((_CLOSING_OF[char], at))
        elif char in _CLOSINGS:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == char:
                    pairs.append((opened[depth][1], at))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _strong(kind: str) -> str | None:
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else None


def _neutral(kinds: list[str], sequence: _Sequence) -> None:
    embedding = _direction(sequence.level)
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = (_strong(kinds[at - 1]) if at else None) or sequence.start
        after = (_strong(kinds[end]) if end < len(kinds) else None) or sequence.end
        kinds[at:end] = [before if before == after else embedding] * (end - at)  # N1, N2
        at = end
