"""The look: colours that can be told apart and read, in light and dark, and a sign for each verdict."""

import re
from itertools import product

import pytest

from charts import theme
from ledger import verdict

GROUNDS = ("paper", "card")
FAINT = ("rule", "context", "on-context")  # no text, or text that stands elsewhere
TEXTS = [role for role in theme.COLOURS if role not in (*GROUNDS, *FAINT, "said-ground")]
ELSEWHERE = [("said", "said-ground"), ("on-context", "context"), ("card", "record")]
VERDICTS = [one.name.lower() for one in verdict.VERDICTS]


def luminance(colour):
    """The relative luminance of a colour such as #1f4e8c, by WCAG."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(role, ground, shade):
    """The contrast of two named colours, 0 for light and 1 for dark."""
    dark, light = sorted(luminance(theme.COLOURS[name][shade]) for name in (role, ground))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("shade", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("role", "ground"), [*product(TEXTS, GROUNDS), *ELSEWHERE])
def test_text_contrast(role, ground, shade):
    """Text stands at least 4.5:1 against its ground, in light and in dark."""
    assert contrast(role, ground, shade) >= 4.5


@pytest.mark.parametrize("shade", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_mark_contrast(ground, shade):
    """The faintest mark stands at least 3:1 against its ground, in light and in dark."""
    assert contrast("context", ground, shade) >= 3


def test_verdicts_have_signs():
    """Each verdict has a colour and a sign of its own, so that no meaning rests on colour alone."""
    assert set(VERDICTS) == set(theme.SIGNS)
    assert set(VERDICTS) <= set(theme.COLOURS)
    assert len(VERDICTS) == len(set(theme.SIGNS.values()))


def test_stylesheet():
    """The stylesheet gives each colour in light, dark, dark without scripts, print and forced."""
    css = theme.stylesheet()

    assert {5} == {len(re.findall(rf"--{role}:", css)) for role in theme.COLOURS}


@pytest.mark.parametrize("name", VERDICTS)
def test_stylesheet_of_verdicts(name):
    """What wears a verdict's name has its colour as `--verdict`."""
    assert f".{name}{{--verdict:var(--{name})}}" in theme.stylesheet()


@pytest.mark.parametrize(("scheme", "shade"), [("light", 0), ("dark", 1)])
def test_fixed(scheme, shade):
    """What leaves the site has real colours in place of names."""
    named = " ".join(map(theme.colour, theme.COLOURS))

    expected = " ".join(shades[shade] for shades in theme.COLOURS.values())

    assert expected == theme.fixed(named, scheme)


@pytest.mark.parametrize("frame", theme.FRAMES.values(), ids=list(theme.FRAMES))
def test_config(frame):
    """The configuration of a chart names colours and gives none, and no type is too small."""
    text = str(theme.config(frame))

    assert [] == re.findall(r"#[0-9a-f]{3,6}\b", text)
    assert min(map(float, re.findall(r"[fF]ontSize': (\d+)", text))) >= theme.SMALLEST
