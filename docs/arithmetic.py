# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # The article against itself
#
# No outside data is used on this page.
# It takes the figures that the article prints and asks one question: can they all be true together?
# Each number below is worked out from the same claim files that the rest of the site shows.
# If one of those figures changes, the page changes with it, or the build stops.

# %%
import sys
from decimal import Decimal
from pathlib import Path

from IPython.display import HTML, Markdown

root = next(
    folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "build_charts.py").exists()
)
sys.path.insert(0, str(root))

import altair as alt
import pandas as pd

from charts import render, theme
from ledger.pairs import read_stated


def stated(claim):
    """The figure that the article prints for a claim: a number, or the two ends of a range."""
    value = read_stated(root / "docs", claim)
    return value.low if value.low == value.high else (value.low, value.high)


def say(words):
    """A sentence with worked-out numbers; a dollar sign is a dollar sign and no formula."""
    return Markdown(words.replace("$", "\\$"))


# %% [markdown]
# ## A fall of 3.15% and a loss of \$600 billion
#
# The article says that the index lost about 3.15%, "amounting to" \$600 billion.
# If both are true of one index, the index was worth:

# %%
loss, fall = stated("nasdaq-value-lost"), abs(stated("nasdaq-drop"))
implied = loss / (fall / 100) / 1000
assert round(implied) == 19, "the sentence below says about 19 trillion"
say(f"${loss:,} billion is {fall}% of **${implied:.1f} trillion**.")

# %% [markdown]
# So the two figures ask for an index worth about \$19 trillion.
# Whether that is so is no question of arithmetic: the claim about [the value lost](claims/nasdaq-value-lost.md) looks it up.

# %% [markdown]
# ## 1% of the cost, or 5 to 10% of it
#
# In one paragraph the article says that the model cost no more than 1% of similar American models.
# In a later one it says that costs were cut by 90 to 95%, which leaves 5 to 10%.

# %%
share = stated("one-percent-of-cost")
low, high = (100 - cut for cut in reversed(stated("costs-cut-90-95")))
assert (low, high) == (5, 10) and share < low, (
    "the sentence above says 5 to 10%, and that 1% lies below"
)


def two_ranges(frame):
    """What is left of the cost by two sentences, as two amber bars on one scale."""
    source = pd.DataFrame(
        {
            "words": [f"at most {share}% of the cost", f"cut by {100 - high} to {100 - low}%"],
            "low": [0.0, float(low)],
            "high": [float(share), float(high)],
        }
    )
    percent = alt.Axis(
        labelExpr="datum.value + '%'", tickCount=3 if frame.narrow else 6, labelFlush=False
    )
    base = alt.Chart(source).encode(
        x=alt.X("low:Q", axis=percent, scale=alt.Scale(domain=[0, 12])),
        y=alt.Y("words:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0)),
    )
    bars = base.mark_bar(style="said-mark", size=12).encode(x2="high:Q")
    words = base.mark_text(style="said-text", align="left", dy=-20).encode(text="words:N")
    room = {"left": 8, "right": 12, "top": 12, "bottom": 24}
    width = frame.width - room["left"] - room["right"]
    return alt.layer(bars, words).properties(
        width=width, height={"step": 48}, padding=room, autosize="none"
    )


words = (
    f"What is left of the cost: no more than {share}% by one sentence, {low} to {high}% by a later one. "
    "The two ranges do not meet."
)
drawings = "".join(
    f'<div class="{name}">{render.drawing_of(two_ranges(frame), frame, f"arithmetic-{name}").svg}</div>'
    for name, frame in theme.FRAMES.items()
)
HTML(
    f'<figure class="figure"><p class="figure-title">Two sentences of the article leave two different costs</p>'
    f'<div class="drawing" role="img" aria-label="{words}">{drawings}</div><figcaption><p>{words}</p></figcaption></figure>'
)

# %% [markdown]
# The two cannot both describe the same cost.
# They may describe different ones: the first speaks of making the model, the second of using it.
# The article does not say so.
# See [the share of the cost](claims/one-percent-of-cost.md) and [the cut of the price](claims/costs-cut-90-95.md).

# %% [markdown]
# ## One company, two falls
#
# Microsoft's shares fell by 3.5% in one section and by 3.55% in another, on the same day.

# %%
first, second = abs(stated("microsoft-drop")), abs(stated("microsoft-drop-again"))
tenth, hundredth = Decimal("0.05"), Decimal("0.005")
low, high = max(first - tenth, second - hundredth), min(first + tenth, second + hundredth)
assert high - low == Decimal("0.005"), "the sentence below says five thousandths of a point"
say(f"One fall rounds to both only if it lies between **{low}%** and **{high}%**.")

# %% [markdown]
# A fall in this gap of five thousandths of a point rounds to the one figure with one decimal, and to the other with two.
# So the two can be true together, though only just.
# The record has [a third figure](claims/microsoft-drop.md).

# %% [markdown]
# ## \$350 billion bought, \$35 billion made

# %%
bought, made = stated("chip-imports-2019"), stated("chip-production-2019")
ratio = bought / made
assert ratio == 10, "the sentence below says ten to one"
say(f"{bought} to {made} is **{ratio:g} to 1**.")

# %% [markdown]
# Ten to one is neat, and it may be a coincidence.
# A figure that is exactly a tenth of another can also be a rounded guess.
# The claims about [what was bought](claims/chip-imports-2019.md) and [what was made](claims/chip-production-2019.md) show the record.

# %% [markdown]
# ## \$41 billion is 40% of the world

# %%
spent, part = stated("chip-tools-41-billion"), stated("chip-tools-40-percent")
world = (spent / part * 100).normalize()
assert world == Decimal("102.5"), "the sentence below says 102.5 billion"
say(
    f"If ${spent} billion is {part}%, the world spent **${world} billion** on chip tools that year."
)

# %% [markdown]
# The two fit together, and they fix what the article must be counting: a market of about \$102.5 billion.
# There are wider and narrower counts of chip tools; [the share](claims/chip-tools-40-percent.md) depends on which one is meant.

# %% [markdown]
# ## 10 million yuan is \$1.4 million

# %%
yuan, dollars = stated("registered-capital"), stated("registered-capital-dollars")
rate = yuan / dollars
assert round(rate, 2) == Decimal("7.14"), "the sentence below says 7.14"
say(f"{yuan} million yuan at ${dollars} million is **{rate:.2f} yuan for a dollar**.")

# %% [markdown]
# The page asks no outside data, so whether 7.14 was the rate is [checked elsewhere](claims/registered-capital-dollars.md).
# Whether [the capital itself](claims/registered-capital.md) was 10 million is another question.

# %% [markdown]
# ## 0.55 against 15

# %%
cheap, dear = stated("input-price-deepseek"), stated("input-price-openai")
cut = (1 - cheap / dear) * 100
low, high = stated("costs-cut-90-95")
assert round(cut, 1) == Decimal("96.3") and cut > high, (
    "the sentence below says 96.3%, a little more than the article's own range"
)
say(f"From {dear} to {cheap} is a cut of **{cut:.1f}%**, or {dear / cheap:.0f} times cheaper.")

# %% [markdown]
# The article's own two prices give a cut of 96.3%, a little outside its own 90 to 95%.
# What the record has of both prices: see [0.55](claims/input-price-deepseek.md) and [15](claims/input-price-openai.md).

# %% [markdown]
# ## What stands
#
# Most of the article's figures can live side by side.
# One pair cannot, or only with a sentence that the article leaves out: the two shares of the cost.
# A second misses narrowly: two prices that make a cut of 96.3%, and a cut of 90 to 95%.
# A third, Microsoft's two falls, fits in a very narrow gap.
# The fall and the sum lost by the index fit an index worth about \$19 trillion; whether it was, only outside data can tell.
