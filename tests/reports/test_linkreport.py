"""What is said of addresses that were asked."""

import json

import pytest

from mkdocs_dossier.problems import Location
from mkdocs_dossier.reports.linklist import Address, Unarchived
from mkdocs_dossier.reports.linkreport import Answer, Asked, State, as_json, as_text, doubted, is_sound

A, B, C, D = (f"https://example.org/{letter}" for letter in "abcd")
FINE = Answer(State.FINE, status=200)
DEAD = Answer(State.DEAD, "It answers 404 Not Found.", status=404)
MOVED = Answer(State.MOVED, "", "https://example.com/new", 200)
UNKNOWN = Answer(State.DEAD, "There is no host of that name.")
UNANSWERED = Answer(
    State.UNANSWERED, "It answers a program 403 Forbidden; a browser may get the page.", status=403
)


def address(url: str, line: int = 1, field: str = "url", copies: tuple[str, ...] = ()) -> Address:
    return Address(Location("a.yaml", line, 7), "source news", field, url, copies)


ASKED = Asked(
    [address(A, 1), address(B, 2), address(C, 3, copies=(A,)), address(D, 4, "links"), address(D, 5)],
    {A: FINE, B: MOVED, C: DEAD, D: UNANSWERED},
    [Unarchived(Location("a.yaml", 2, 7), "source news", B)],
    "seeds",
)


def test_what_is_not_fine_is_told_by_place_and_counted() -> None:
    assert as_text(ASKED) == (
        "seeds/a.yaml:2:7: moved: https://example.org/b (source news)\n"
        "    It stands at https://example.com/new now.\n"
        "seeds/a.yaml:2:7: unarchived: https://example.org/b (source news)\n"
        "seeds/a.yaml:3:7: dead: https://example.org/c (source news)\n"
        "    It answers 404 Not Found. Readers are led to the copy as well: https://example.org/a.\n"
        "seeds/a.yaml:4:7: unanswered: https://example.org/d (source news)\n"
        "    It answers a program 403 Forbidden; a browser may get the page.\n"
        "seeds/a.yaml:5:7: unanswered: https://example.org/d (source news)\n"
        "    It answers a program 403 Forbidden; a browser may get the page.\n"
        "Addresses: 1 fine, 1 moved, 1 dead, 1 unanswered\n"
        "Sources without a copy in an archive (`archived`): 1\n"
    )


def test_what_was_not_asked_is_counted() -> None:
    stopped = Asked([address(A), address(B), address(B)], {A: FINE}, [])
    assert as_text(stopped) == "Addresses: 1 fine, 1 not asked\n"
    assert not is_sound(stopped, strict=False)
    assert as_text(Asked([], {}, [])) == "Addresses: none\n"


@pytest.mark.parametrize(
    ("answer", "sound", "strictly"),
    [(FINE, True, True), (MOVED, True, False), (DEAD, False, False), (UNANSWERED, True, True)],
)
def test_what_counts(answer: Answer, sound: bool, strictly: bool) -> None:
    asked = Asked([address(A)], {A: answer}, [])
    assert (is_sound(asked, strict=False), is_sound(asked, strict=True)) == (sound, strictly)


def test_what_is_unarchived_counts_only_strictly() -> None:
    asked = Asked([address(A)], {A: FINE}, ASKED.unarchived)
    assert (is_sound(asked, strict=False), is_sound(asked, strict=True)) == (True, False)


def test_a_list_has_every_address_and_what_is_known_of_it() -> None:
    found = json.loads(as_json(ASKED))
    assert [one.get("state") for one in found] == [
        "fine",
        "moved",
        "dead",
        "unanswered",
        "unanswered",
        "unarchived",
    ]
    assert found[1] == {
        "path": "a.yaml",
        "line": 2,
        "column": 7,
        "record": "source news",
        "field": "url",
        "url": B,
        "state": "moved",
        "status": 200,
        "why": "",
        "to": "https://example.com/new",
    }
    assert "state" not in json.loads(as_json(Asked([address(A)], {}, [])))[0]
    assert as_json(Asked([], {}, [])) == "[]\n"


def test_words_of_others_cannot_steer_a_terminal() -> None:
    evil = Answer(State.MOVED, "", "https://example.org/\x1b[2J\u202e" + "x" * 9_000, 200)
    asked = Asked([Address(Location("\x1b.yaml"), "source a", "url", "https://example.org/\u200b")], {}, [])
    asked = Asked(asked.addresses, {asked.addresses[0].url: evil}, [])
    told = as_text(asked)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert len(told) < 1_500
    assert as_json(asked).isascii()


def test_names_that_nobody_knows_are_doubted_where_nothing_answers() -> None:
    silent = Answer(State.UNANSWERED, "It was silent for 10 seconds.")
    found = doubted({A: UNKNOWN, B: silent})
    assert found[A].state is State.UNANSWERED
    assert "is this computer connected?" in found[A].why
    assert found[B] == silent
    known = {A: UNKNOWN, B: UNANSWERED}
    assert doubted(known) == known
