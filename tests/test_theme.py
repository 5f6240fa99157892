"""The look: colours that can be told apart and read, in light and dark, and a shape for each verdict."""

import re
from itertools import product

import pytest

from charts import theme, verdict

GROUNDS = ("paper", "card")
TEXTS = [role for role in theme.COLOURS if role not in ("paper", "card", "said-ground", "rule", "context")]


def luminance(colour):
    """The relative luminance of a colour such as #1f4e8c, by WCAG."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(role, ground, shade):
    """The contrast of two named colours, 0 for light and 1 for dark."""
    dark, light = sorted(luminance(theme.COLOURS[name][shade]) for name in (role, ground))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("role", "ground", "shade"), [*product(TEXTS, GROUNDS, (0, 1)), ("said", "said-ground", 0), ("said", "said-ground", 1)])
def test_text_contrast(role, ground, shade):
    """Text stands at least 4.5:1 against its ground, in light and in dark."""
    assert contrast(role, ground, shade) >= 4.5


@pytest.mark.parametrize(("ground", "shade"), [*product(GROUNDS, (0, 1))])
def test_mark_contrast(ground, shade):
    """The faintest mark stands at least 3:1 against its ground, in light and in dark."""
    assert contrast("context", ground, shade) >= 3


def test_verdicts_have_shapes():
    """Each verdict has a colour and a shape of its own, so that no meaning rests on colour alone."""
    names = [name.lower() for name in verdict.BY_NAME]

    assert set(names) == set(theme.MARKS)
    assert set(names) <= set(theme.COLOURS)
    assert len(names) == len(set(theme.MARKS.values()))


def test_stylesheet():
    """The stylesheet gives every colour in light, dark, dark without scripts, print and forced colours."""
    css = theme.stylesheet()

    assert {5} == {len(re.findall(rf"--{role}:", css)) for role in theme.COLOURS}


@pytest.mark.parametrize(("scheme", "shade"), [("light", 0), ("dark", 1)])
def test_fixed(scheme, shade):
    """A picture that leaves the site has real colours in place of names."""
    svg = "".join(f'<rect fill="{theme.colour(role)}"/>' for role in theme.COLOURS)

    assert "".join(f'<rect fill="{shades[shade]}"/>' for shades in theme.COLOURS.values()) == theme.fixed(svg, scheme)
