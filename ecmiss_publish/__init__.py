"""One article, many languages, three formats, each finished file read back.

The way of the data, an arrow a folder:

    files -load-> Article -translate-> Article -compose-> Document -write-> bytes -verify-> Problems

`model` holds the nouns, `markup` and `typeset` what several arrows share, `pipeline` their order, `cli` the commands.
"""
