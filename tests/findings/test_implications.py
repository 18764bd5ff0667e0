"""Implications: which positions follow from others, by which chain, and where they collide."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_dossier.findings.implications import Implications
from mkdocs_dossier.model.records import Claim
from mkdocs_dossier.model.vocabulary import Stance


def logic(rules: str) -> Implications:
    """Read claims from rules such as `a>b` (a implies b) and `a!b` (a excludes b)."""
    fields: dict[str, dict[str, list[str]]] = {key: {} for key in "abcdefg"}
    for rule in rules.split():
        name = {">": "implies", "!": "excludes"}[rule[1]]
        fields[rule[0]].setdefault(name, []).append(rule[2])
    return Implications(
        {key: Claim.model_validate({"id": key, "text": "T", **of}) for key, of in fields.items()}
    )


def own(taken: str) -> dict[str, Stance]:
    """Read positions such as `+a` (asserts), `-b` (denies), `~c` (qualifies), `.d` (gave no answer)."""
    stances = {"+": Stance.ASSERTS, "-": Stance.DENIES, "~": Stance.QUALIFIES, ".": Stance.NO_REPLY}
    return {one[1]: stances[one[0]] for one in taken.split()}


def implied(rules: str, taken: str) -> str:
    """Write what follows, each with its chain, as `+c(ab)`."""
    signs = {Stance.ASSERTS: "+", Stance.DENIES: "-"}
    found = logic(rules).implied(own(taken))
    return " ".join(f"{signs[one.stance]}{key}({''.join(one.through)})" for key, one in found.items())


@pytest.mark.parametrize(
    ("rules", "taken", "expected"),
    [
        ("", "+a", ""),
        ("a>b", "+a", "+b(a)"),
        ("a>b", "-b", "-a(b)"),
        # only these two lead anywhere
        ("a>b", "-a", ""),
        ("a>b", "+b", ""),
        ("a>b", "~a", ""),
        ("a>b", ".a", ""),
        # along several claims
        ("a>b b>c", "+a", "+b(a) +c(ab)"),
        ("a>b b>c", "-c", "-a(cb) -b(c)"),
        # what is excluded is denied, read both ways
        ("a!b", "+a", "-b(a)"),
        ("a!b", "+b", "-a(b)"),
        ("a!b", "-a", ""),
        # what an implied claim excludes, and what implies what is denied
        ("a>b b!c", "+a", "+b(a) -c(ab)"),
        ("a!b c>b", "+a", "-b(a) -c(ab)"),
        ("a>b b!c d>c", "+a", "+b(a) -c(ab) -d(abc)"),
        # claims that imply one another are equivalents
        ("a>b b>a", "+a", "+b(a)"),
        ("a>b b>a", "-a", "-b(a)"),
        ("a>a", "+a", ""),
        # the shortest chain, and of several the first by id
        ("a>b b>d a>c c>d", "+a", "+b(a) +c(a) +d(ab)"),
        ("a>c c>b b>d a>d", "+a", "+b(ac) +c(a) +d(a)"),
        ("a>g a>b g>c b>f f>e c>e", "+a", "+b(a) +c(ag) +e(abf) +f(ab) +g(a)"),
        ("b>c a>c", "+a +b", "+c(a)"),
        ("a>b b>e d>e", "+a +d", "+b(a) +e(d)"),
        # an own position stands before one that follows, but what follows goes on through it
        ("a>b", "+a -b", ""),
        ("a>b", "+a ~b", ""),
        ("a>b b>c", "+a ~b", "+c(ab)"),
        # no answer is no position
        ("a>b", "+a .b", "+b(a)"),
        # chains to both stances: neither
        ("a>c b!c", "+a +b", ""),
        ("a>c b!c c>d", "+a +b", "+d(ac)"),
        # and then all that led there is both asserted and denied
        ("a>b a>c b!d c>d", "+a", ""),
    ],
)
def test_what_follows_from_positions(rules: str, taken: str, expected: str) -> None:
    assert implied(rules, taken) == expected


@pytest.mark.parametrize(
    ("rules", "taken", "claims"),
    [
        ("", "+a -b", []),
        ("a>b", "+a +b", []),
        ("a>b", "+a ~b", []),
        ("a>b", "+a -b", ["a", "b"]),  # from "denies b" follows "denies a"
        ("a!b", "+a +b", ["a", "b"]),
        ("a>c b!c", "+a +b", ["a", "b", "c"]),
        ("a>b a>c b!d c>d", "+a", ["a", "b", "c", "d"]),
    ],
)
def test_what_leads_to_both_stances_is_named(rules: str, taken: str, claims: list[str]) -> None:
    assert list(logic(rules).against_itself(own(taken))) == claims


def test_the_chain_to_a_stance_is_told_even_where_both_are_reached() -> None:
    found = logic("a>b")
    taken = own("+a -b")
    assert found.chain(taken, "b", Stance.ASSERTS) == ("a",)
    assert found.chain(taken, "b", Stance.DENIES) == ()


def test_claims_that_are_no_records_lead_nowhere() -> None:
    claim = Claim.model_validate({"id": "a", "text": "T", "implies": ["z"], "excludes": ["y"]})
    assert Implications({"a": claim}).implied({"a": Stance.ASSERTS}) == {}


def test_the_steps_are_those_of_all_chains() -> None:
    assert logic("a>b b>c").steps(own("+a")) == 3
    assert logic("a>b b>c").steps(own("~a")) == 0


rules_of_claims = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from(">!"), st.sampled_from("abcdefg")), max_size=9
).map(lambda rules: " ".join("".join(one) for one in rules))
positions_taken = st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from("+-~."), max_size=4).map(
    lambda taken: " ".join(f"{sign}{key}" for key, sign in taken.items())
)


@given(rules_of_claims, positions_taken)
@example("a>b a!b b>c", "+a")
def test_each_chain_is_one_that_leads_there(rules: str, taken: str) -> None:
    found = logic(rules)
    given_ = own(taken)
    for claim, position in found.implied(given_).items():
        assert position.through[0] in given_
        # Each step of the chain follows from the one before alone; a claim that implies and excludes another,
        # which is an error, leads to both stances on it.
        at = {given_[position.through[0]]}
        before = position.through[0]
        for step in (*position.through[1:], claim):
            follows = {
                one for stance in at for one, (n, _) in found.reached({before: stance}).items() if n == 1
            }
            at = {stance for key, stance in follows if key == step}
            assert at
            before = step
        assert position.stance in at


@given(rules_of_claims, positions_taken, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_are_written_changes_nothing(
    rules: str, taken: str, random: object
) -> None:
    shuffled = rules.split()
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a `random.Random`
    assert implied(rules, taken) == implied(" ".join(shuffled), taken)
