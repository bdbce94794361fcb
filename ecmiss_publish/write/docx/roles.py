"""Roles -> names of styles: which blocks of a document are boxes, and which paragraphs have a style of their own.

A style has its role's name, `glance-facts` as “Glance Facts”, so that marketing finds it by the word that templates
and the theme use.
"""

from __future__ import annotations

from dataclasses import dataclass

from ecmiss_publish.model.block import Block, Branch, Definitions, Group, List, Panel, walk
from ecmiss_publish.write.theme import RoleStyle, Theme

PANEL = "Panel"  # of panels whose role the theme does not know


@dataclass(frozen=True, slots=True)
class BoxRole:
    """How a box looks, and whether it is a list, with a card for each item."""

    style: RoleStyle
    listed: bool


def role_name(role: str) -> str:
    """Return the name of a role's style."""
    return " ".join(part[:1].upper() + part[1:] for part in role.replace("_", "-").split("-") if part)


def paragraph_name(role: str | None, style: RoleStyle) -> str:
    """Return the name of the style for paragraphs of a role, "" where they look like all others.

    A fill or an edge belongs to panels: a single paragraph of the role has neither, here as in the leaflet.
    """
    if not role or not (style.size or style.colour or style.bold or style.after or style.hold or style.rule):
        return ""
    return role_name(role) + " Text" * _has_box(style)


def box_of(block: Branch, theme: Theme) -> tuple[str, BoxRole] | None:
    """Return the name and the look of the box that `block` is, None where it is none."""
    match block:
        case Panel() | Group() | List() | Definitions():
            style = theme.role(block.attrs.role)
            if block.attrs.role and _has_box(style):
                return role_name(block.attrs.role), BoxRole(style, isinstance(block, List))
            return _plain() if isinstance(block, Panel) else None
        case _:
            return None


def boxes_of(blocks: tuple[Block, ...], theme: Theme) -> dict[str, BoxRole]:
    """Return every box of a document by name, and the plain panel for whoever adds one."""
    return dict([_plain(), *filter(None, (box_of(block, theme) for block in walk(blocks)))])


def _plain() -> tuple[str, BoxRole]:
    return PANEL, BoxRole(RoleStyle(fill="primary-tint"), listed=False)


def _has_box(style: RoleStyle) -> bool:
    return bool(style.fill or style.edge)
