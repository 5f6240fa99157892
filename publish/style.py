"""The style that a page needs: of all style sheets the rules that can match something on it.

A rule stays when all tags, classes and ids of one of its selectors occur on the page, and those
attributes on which much hangs.
Custom properties, animations and faces stay when something that stays uses them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby, product
from typing import Any, NamedTuple

import tinycss2

# What scripts add to a page, and what calls for it.
ADDED = {
    "[aria-sort=ascending]": "[data-sortable]",
    "[aria-sort=descending]": "[data-sortable]",
    ".copy": "[data-copy]",
}
LOOKED_FOR = ("[aria-sort", "[data-copy", "[data-sortable", "[dir", "[href=")
LISTS = {"ol", "ul"}
NESTED = "li li"  # a list in a list, for which there are many rules, and which few pages have
ANY_OF = ("has", "is", "where")  # functions of selectors, one of whose arguments must be found
HOLDS_RULES = ("container", "layer", "media", "supports")
SHORT = re.compile(r"^([-+]?)0(?=\.\d)")  # 0.5 is .5
Needs = tuple[frozenset[str], ...]  # each set is one way to match


class Declaration(NamedTuple):
    """A property with its value, and the names that the value uses."""

    name: str
    value: str
    uses: frozenset[str]


class Rule:
    """A rule: what stands around it, and for each of its selectors what must be found."""

    def __init__(self, node: Any, around: tuple[str, ...]) -> None:
        self.node = node
        self.around = around  # such as `@media print`, from the outermost on
        plain = node.type == "qualified-rule"
        self.selectors = [*_parts(node.prelude)] if plain else []
        self.needs = [_needs(selector) for selector in self.selectors]
        self.ways = [way for ways in self.needs for way in ways] if plain else [frozenset()]

    def leave(self, names: set[str]) -> bool:
        """Forget the ways to match that need one of these names: returns whether any is left."""
        self.needs = [tuple(way for way in ways if not way & names) for ways in self.needs]
        self.ways = [way for way in self.ways if not way & names]
        return bool(self.ways)

    @cached_property
    def texts(self) -> list[str]:
        """The selectors, or the at-rule's own head."""
        if self.selectors:
            return [_short(selector) for selector in self.selectors]
        return [f"@{self.node.lower_at_keyword} {_short(self.node.prelude)}".strip()]

    @cached_property
    def whole(self) -> bool:
        """True when no selector may go: a browser that does not know one leaves out the rule."""
        return len(self.texts) == 1 or any(":-" in text for text in self.texts)

    @cached_property
    def made(self) -> str:
        """The name of the animation or the face that the rule makes; of others nothing."""
        if self.selectors or self.node.lower_at_keyword == "page":
            return ""
        if self.node.lower_at_keyword != "font-face":
            return _short(self.node.prelude)
        return next(said.value for said in _says(self.node) if said.name == "font-family")

    @cached_property
    def says(self) -> list[Declaration]:
        """The declarations that always count; of an animation all that it says as one."""
        if self.made and self.node.lower_at_keyword != "font-face":
            text, uses = _short(self.node.content), frozenset(_used(self.node.content))
            return [Declaration("", text, uses)]
        return [said for said in _says(self.node) if not said.name.startswith("--")]

    @cached_property
    def names(self) -> list[Declaration]:
        """The custom properties, which count when somebody speaks of them."""
        if self.made:
            return []
        return [said for said in _says(self.node) if said.name.startswith("--")]

    @cached_property
    def uses(self) -> frozenset[str]:
        """The names that are used by what always counts."""
        if self.made and self.node.lower_at_keyword == "font-face":
            return frozenset()
        return frozenset[str]().union(*(said.uses for said in self.says))

    @cached_property
    def body(self) -> str:
        """What always counts, as text."""
        return ";".join(
            f"{said.name}:{said.value}" if said.name else said.value for said in self.says
        )

    def head(self, found: frozenset[str]) -> str:
        """Those of the selectors that can match."""
        if self.whole:
            return ",".join(self.texts)
        fits = [any(way <= found for way in ways) for ways in self.needs]
        return ",".join(text for text, fit in zip(self.texts, fits, strict=True) if fit)

    def written(self, found: frozenset[str], used: set[str]) -> str:
        """The rule as text, when it says anything of which somebody speaks."""
        if self.made and self.made not in used:
            return ""
        named = [f"{said.name}:{said.value}" for said in self.names if said.name in used]
        says = ";".join(filter(None, [*named, self.body]))
        return f"{self.head(found)}{{{says}}}" if says else ""


class Style:
    """Style sheets, read once, from which each page takes what it needs."""

    def __init__(self, *sheets: str, also: str = "", foreign: Iterable[str] = ()) -> None:
        """`also` is what else uses custom properties: drawings, and sheets that are fetched later.

        For `foreign` names the first sheet has a look that no page has.
        """
        self.rules: list[Rule] = []
        for at, sheet in enumerate(sheets):
            rules = _rules(_parsed(sheet))
            self.rules += [rule for rule in rules if at or rule.leave({*foreign})]
        self.used = {*re.findall(r"var\((--[\w-]+)", also)}
        self.names = {*ADDED.values()}.union(*(way for rule in self.rules for way in rule.ways))
        told = {name for name in self.names if name[0] == "["}
        self.attributes = {name: _written(name) for name in told if name.startswith(LOOKED_FOR)}
        # To look for each of the others would take longer than to send a few rules.
        self.always = told - self.attributes.keys()
        self.chosen: dict[frozenset[str], str] = {}

    def of(self, page: str) -> str:
        """The style of a page, which hangs on nothing but the names that occur in its HTML."""
        found = {*re.findall(r"<([a-z][a-z0-9]*)", page)}
        for classes in {*re.findall(r'class="([^"]*)"', page)}:
            found.update(f".{name}" for name in classes.split())
        found.update(f"#{name}" for name in re.findall(r' id="([^"]*)"', page))
        found.update(name for name, text in self.attributes.items() if text in page)
        found.update(added for added, call in ADDED.items() if call in found)
        if _nested(page):
            found.add(NESTED)
        key = frozenset(found & self.names | self.always)
        if key not in self.chosen:
            self.chosen[key] = "".join(self._choose(key))
        return self.chosen[key]

    def _choose(self, found: frozenset[str]) -> Iterator[str]:
        kept = [rule for rule in self.rules if any(map(found.issuperset, rule.ways))]
        used = self.used.union(*(rule.uses for rule in kept))
        waiting = [said for rule in kept for said in rule.names]
        while heard := [said for said in waiting if said.name in used]:
            used.update(*(said.uses for said in heard))
            waiting = [said for said in waiting if said.name not in used]
        for around, group in groupby(kept, key=lambda rule: rule.around):
            if text := "".join(rule.written(found, used) for rule in group):
                yield "".join(f"{one}{{" for one in around) + text + "}" * len(around)


# ---------------------------------------------------------------- reading


def _parsed(sheet: str) -> list[Any]:
    parsed: list[Any] = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return parsed


def _rules(nodes: Iterable[Any], around: tuple[str, ...] = ()) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "error":
            raise ValueError(f"line {node.source_line} of a style sheet: {node.message}")
        if node.type == "at-rule" and node.lower_at_keyword in HOLDS_RULES and node.content:
            head = f"@{node.lower_at_keyword} {_short(node.prelude)}"
            yield from _rules(tinycss2.parse_rule_list(node.content, True, True), (*around, head))
        elif node.content is not None:
            yield Rule(node, around)


def _says(rule: Any) -> Iterator[Declaration]:
    for node in tinycss2.parse_blocks_contents(rule.content, True, True):
        if node.type != "declaration":
            raise ValueError(f"line {node.source_line} of a style sheet is no declaration")
        value = _short(node.value) + ("!important" if node.important else "")
        yield Declaration(node.name, value, frozenset(_used(node.value)))


def _used(tokens: Iterable[Any]) -> Iterator[str]:
    """Names in a value: custom properties, and what may name an animation or a face."""
    for token in tokens:
        if token.type in ("ident", "string"):
            yield token.value
        for inside in ("arguments", "content"):
            yield from _used(getattr(token, inside, None) or ())


def _short(tokens: Sequence[Any]) -> str:
    """Tokens as text, without the spaces and zeros that say nothing."""
    return "".join(_texts(tokens)).strip()


def _texts(tokens: Sequence[Any]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if token.type == "whitespace":
            beside = (*tokens[at - 1 : at], *tokens[at + 1 : at + 2])
            if not any(one == "," for one in beside):
                yield " "
        elif token.type == "function":
            yield f"{token.name}({_short(token.arguments)})"
        elif token.type == "() block":
            yield f"({_short(token.content)})"
        elif token.type in ("number", "dimension", "percentage"):
            yield SHORT.sub(r"\1", token.serialize())
        elif token.type != "comment":
            yield token.serialize()


# ---------------------------------------------------------------- selectors


def _parts(tokens: Iterable[Any]) -> Iterator[list[Any]]:
    """A list of selectors, one after the other."""
    part: list[Any] = []
    for one in tokens:
        if one == ",":
            yield part
            part = []
        else:
            part.append(one)
    yield part


def _needs(selector: Sequence[Any]) -> Needs:
    """The names that must be found so that a selector matches."""
    names: set[str] = set()
    choices: list[list[frozenset[str]]] = []
    before = ""
    for token in selector:
        if token.type == "hash":
            names.add(f"#{token.value}")
        elif token.type == "ident" and before == ".":
            names.add(f".{token.value}")
        elif token.type == "ident" and before != ":":
            if token.lower_value in LISTS and names & LISTS:
                names.add(NESTED)
            names.add(token.lower_value)
        elif token.type == "[] block":
            names.add(_attribute(token.content))
        elif token.type == "function" and token.lower_name in ANY_OF:
            choices.append([way for part in _parts(token.arguments) for way in _needs(part)])
        before = token.value if token.type == "literal" else ""
    return tuple(frozenset(names).union(*chosen) for chosen in product(*choices))


def _nested(page: str) -> bool:
    """True when a list of a page stands in another."""
    deep = accumulate(-1 if end else 1 for end in re.findall(r"<(/?)[ou]l\b", page))
    return max(deep, default=0) > 1


def _attribute(tokens: Sequence[Any]) -> str:
    """An attribute as a name: with its value where that must be equal, and is all there is."""
    told = [token for token in tokens if token.type != "whitespace"]
    equal = len(told) == 3 and told[1] == "="
    return f"[{told[0].value}={told[2].value}]" if equal else f"[{told[0].value}]"


def _written(attribute: str) -> str:
    """How an attribute stands in HTML."""
    name, equal, value = attribute[1:-1].partition("=")
    return f' {name}="{value}"' if equal else f" {name}"
