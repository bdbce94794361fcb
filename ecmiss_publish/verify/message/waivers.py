"""A waiver names a finding that there is: `# allow: numbers-difer` allows nothing, and its writer should know."""

from __future__ import annotations

import difflib

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.wording import words_of

# The findings that a translator may let stand. Others are about texts that would not be printed as they are, or at all.
ALLOWABLE = words_of(
    """
    brackets-differ broken-letters compatibility-character end-punctuation homoglyph inconsistent
    invisible-character latin-word link-differs link-text-empty markup-differs modality-differs name-changed
    negation-differs numbers-differ placeholders-differ quantity-differs quotes-differ range-reversed
    same-translation sentences-differ term-avoided term-missing too-long typography-letters typography-marks
    typography-quotes typography-spacing unchanged-translation units-differ untranslated-residue word-repeated
    wrong-script
    """
)


def waivers(message: Message, context: Context, report: Report) -> None:
    """Report a waiver of a finding that there is not, or that nobody can allow."""
    for code in sorted(message.allowed - ALLOWABLE):
        close = difflib.get_close_matches(code, sorted(ALLOWABLE), 1)
        report.warning(
            "unknown-waiver",
            f"the comment allows “{code}”, which is no finding that can be allowed",
            at=message.origin,
            hint=f"did you mean “{close[0]}”?"
            if close
            else "copy the code from the finding, the word in square brackets",
            unit=message.unit,
        )
