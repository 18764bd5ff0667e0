"""Records tied together: references and their reverses, links in prose, languages and dates."""

import pytest

from mkdocs_dossier.dossier.linked import quotations
from mkdocs_dossier.model.proselinks import ProseLink, prose_links
from mkdocs_dossier.values.refs import Ref
from tests.support import dossier_of, errors, sound

RECORDS = """\
sources:
  s1: {title: One, publisher: paper, authors: [ada], dateline: city, published: 2024-02-05}
  s2: {title: Two, language: ar}
actors:
  ada:
    name: Ada
    kind: person
    description: She is of [[council]], in [[city]].
    part_of: party
    roles: [{title: Mayor, at: council, source: s1, passage: p}]
    relations: [{to: ben, kind: opposed to, source: s2, passage: p}]
  ben: {name: Ben, kind: person}
  council: {name: Council, kind: government}
  paper: {name: Paper, kind: media}
  party: {name: Party, kind: organisation}
places:
  city: {name: City, within: land}
  land: {name: Land}
events:
  raid:
    name: Raid
    kind: raid
    places: [city]
    participants: [{actor: ada, role: led it}, {actor: ada, role: was hurt}]
    part_of: war
    responds_to: [war]
    figures: [{measure: hurt, of: ben, value: 1, attributed_to: council, source: s1, passage: p}]
    evidence: [{source: s1, passage: p}, {source: s1, passage: q}]
  war: {name: War, kind: war}
claims:
  it-was-so: {text: It was so., about: [event/raid, actor/ben]}
statements:
  yes: {speaker: ada, source: s1, quote: y, during: raid, to: [ben], positions: {it-was-so: asserts}}
  no: {speaker: ben, source: s2, quote: n, positions: {it-was-so: denies}, corrects: yes}
"""


def test_each_reference_has_its_reverse_at_the_record_that_it_names() -> None:
    dossier = sound(RECORDS).dossier
    found = {ref.address: dict(names) for ref, names in dossier.backlinks.items()}
    assert found == {
        "sources/s1": {
            "evidence_for": ("raid",),
            "figures": ("raid",),
            "roles": ("ada",),
            "statements": ("yes",),
        },
        "sources/s2": {"relations": ("ada",), "statements": ("no",)},
        "actors/ada": {"authored": ("s1",), "events": ("raid",), "statements": ("yes",)},
        "actors/ben": {
            "addressed_in": ("yes",),
            "claims": ("it-was-so",),
            "counted_in": ("raid",),
            "related": ("ada",),
            "statements": ("no",),
        },
        "actors/council": {"figures": ("raid",), "staff": ("ada",)},
        "actors/paper": {"published": ("s1",)},
        "actors/party": {"parts": ("ada",)},
        "places/city": {"datelined": ("s1",), "events": ("raid",)},
        "places/land": {"contains": ("city",)},
        "events/raid": {"claims": ("it-was-so",), "statements": ("yes",)},
        "events/war": {"answered_by": ("raid",), "parts": ("raid",)},
        "claims/it-was-so": {"statements": ("no", "yes")},
        "statements/yes": {"corrected_by": ("no",)},
    }


def test_each_record_that_prose_links_to_knows_where_it_is_mentioned() -> None:
    ada = Ref("actors", "ada")
    assert sound(RECORDS).dossier.mentions == {
        Ref("actors", "council"): (ada,),
        Ref("places", "city"): (ada,),
    }


def test_who_mentions_a_record_is_listed_by_kind_and_id_and_each_once() -> None:
    summary = "[[war]], [[event/war]], [[nothing]], [[ada]]"
    text = RECORDS.replace("war: {name: War,", f'war: {{summary: "{summary}", name: War,')
    text = text.replace("it-was-so: {", 'it-was-so: {note: "Of [[war]], [[actor/ada|her]].", ')
    text = text.replace("ben: {", 'ben: {description: "Of [[war]]: [[statement/no]].", ')
    mentions = dossier_of(text).dossier.mentions
    assert {ref.address: [str(one) for one in named] for ref, named in mentions.items()} == {
        "actors/ada": ["claim/it-was-so", "event/war"],
        "actors/council": ["actor/ada"],
        "events/war": ["actor/ben", "claim/it-was-so", "event/war"],
        "places/city": ["actor/ada"],
        "statements/no": ["actor/ben"],
    }


def test_a_reference_to_a_record_that_is_not_written_has_no_reverse() -> None:
    loaded = dossier_of(RECORDS.replace("corrects: yes}", "corrects: yess}"))
    assert [one.rule for one in errors(loaded)] == ["unknown-reference"]
    assert set(sound(RECORDS).dossier.backlinks) - set(loaded.dossier.backlinks) == {Ref("statements", "yes")}
    assert set(loaded.dossier.backlinks) <= set(loaded.source_map.entries)


def test_every_quotation_of_a_record_is_listed_with_its_place() -> None:
    dossier = sound(RECORDS).dossier
    owners = Ref("actors", "ada"), Ref("events", "raid"), Ref("statements", "yes")
    assert {one.owner for ref in owners for one in quotations(ref, dossier.section(ref.section)[ref.id])} == {
        *owners
    }
    listed = [
        (one.path, one.source, one.quote, one.passage)
        for ref in owners
        for one in quotations(ref, dossier.section(ref.section)[ref.id])
    ]
    assert listed == [
        (("roles", 0), "s1", (), ("p",)),
        (("relations", 0), "s2", (), ("p",)),
        (("figures", 0), "s1", (), ("p",)),
        (("evidence", 0), "s1", (), ("p",)),
        (("evidence", 1), "s1", (), ("q",)),
        ((), "s1", ("y",), ()),
    ]


def test_the_language_of_a_quote_is_its_own_then_its_sources_then_the_dossiers() -> None:
    text = RECORDS + "  own: {speaker: ada, source: s2, quote: q, language: he}\n"
    dossier = sound({"dossier.yaml": "title: T\nlanguage: fr\n", "r.yaml": text}).dossier
    spoken = {key: dossier.language_of(one) for key, one in dossier.statements.items()}
    assert spoken == {"own": "he", "no": "ar", "yes": "fr"}


@pytest.mark.parametrize(
    ("said", "published", "counts_from"),
    [
        ("said: 2024-01-01,", "published: 2024-02-05", "2024-01-01"),
        ("", "published: 2024-02-05", "../2024-02-05"),
        ("", "published: 2024-02-05T23:00:00-05:00", "../2024-02-05"),
        ("", "published: 2024-02", "../2024-02-29"),
        ("", "published: 2024/..", None),
        ("", "published: Y12345", "../Y12345"),
        ("", "published: 0001", "../0001-12-31"),
        ("", "published: 0000", None),
        ("", "published: -0044", None),
        ("", "kind: post", None),
    ],
)
def test_a_statement_counts_from_when_it_was_said_else_from_no_later_than_it_was_published(
    said: str, published: str, counts_from: str | None
) -> None:
    dossier = sound(
        f"sources: {{s: {{title: S, {published}}}}}\n"
        "actors: {a: {name: A, kind: person}}\n"
        f"statements: {{x: {{speaker: a, {said} source: s, quote: q}}}}\n"
    ).dossier
    date = dossier.date_of(dossier.statements["x"])
    assert (date.text if date else None) == counts_from


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("speaker: adda", "There is no actor `adda`.", "Did you mean `ada`?"),
        ("speaker: raid", "There is no actor `raid`.", "`raid` is one of the events; here must stand"),
        ("speaker: zzzzzz", "There is no actor `zzzzzz`.", "Define it under `actors:`"),
        ("speaker: ada, corrects: yess", "There is no statement `yess`.", "Did you mean `yes`?"),
    ],
)
def test_an_unknown_reference_is_given_the_nearest_id_of_its_kind_or_told_its_own(
    written: str, message: str, hint: str
) -> None:
    (found,) = errors(dossier_of(RECORDS + f"  x: {{source: s1, quote: q, {written}}}\n"))
    assert found.message == message
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    ("prose", "rule", "hint"),
    [
        ("[[cuncil]]", "unknown-reference", "Did you mean `[[council]]`?"),
        ("[[actor/city]]", "unknown-reference", ""),
        ("[[people/ada]]", "unknown-reference", ""),
        ("[[zzzzzzzz]]", "unknown-reference", "without brackets"),
        ("[[ada]] and [[war]]", None, ""),
        ("[[actor/ada]], [[actors/ada|her]], [[ ada | she ]]", None, ""),
        ("[[event/raid|the [raid]]]", None, ""),
        ("[ada], [[]], [[|x]], [[a\\nda]]", None, ""),
    ],
)
def test_a_link_in_prose_names_one_record(prose: str, rule: str | None, hint: str) -> None:
    text = RECORDS.replace("war: {name: War,", f'war: {{summary: "{prose}", name: War,')
    found = errors(dossier_of(text))
    assert [one.rule for one in found] == ([rule] if rule else [])
    assert all(hint in one.hint for one in found)


def test_a_link_that_may_mean_several_records_is_told_how_to_name_each() -> None:
    text = RECORDS.replace("land: {name: Land}", "land: {name: Land}\n  ada: {name: Ada}").replace(
        "[[council]]", "[[ada]]"
    )
    (found,) = errors(dossier_of(text))
    assert found.rule == "ambiguous-reference"
    assert found.hint == "Write `[[actor/ada]]` or `[[place/ada]]`."
    # Until it is told, the first of them counts as mentioned.
    mentions = dossier_of(text).dossier.mentions
    assert set(mentions) == {Ref("actors", "ada"), Ref("places", "city")}


def test_prose_links_are_read_with_kind_and_label() -> None:
    assert list(prose_links("[[a]] [[b/c]] [[ d / e | f g ]] [[h|]] [i] [[j\nk]]")) == [
        ProseLink(None, "a", None),
        ProseLink("b", "c", None),
        ProseLink("d", "e", "f g"),
        ProseLink(None, "h", None),
    ]


def test_a_record_that_is_wrong_itself_is_not_reported_again_where_it_is_named() -> None:
    text = RECORDS.replace("ben: {name: Ben, kind: person}", "ben: {name: Ben, kind: persn}")
    assert [one.rule for one in errors(dossier_of(text))] == ["invalid-value"]


def test_what_a_file_defines_that_cannot_be_read_is_not_reported_as_unknown() -> None:
    head, _, rest = RECORDS.partition("places:")
    loaded = dossier_of({"one.yaml": head + "\t", "two.yaml": "places:" + rest})
    assert [one.rule for one in errors(loaded)] == ["yaml-syntax"]


def test_the_words_of_a_statement_whose_speaker_is_unknown_are_looked_up_all_the_same() -> None:
    text = RECORDS.replace("s1: {title: One,", "s1: {title: One, text: t.txt,")
    text = text.replace("yes: {speaker: ada", "yes: {speaker: adda").replace("passage: p", "passage: is")
    found = errors(dossier_of(text.replace("passage: q", "passage: is"), {"t.txt": "This is not it."}))
    assert [one.rule for one in found] == ["unknown-reference", "quote-not-found"]


def test_nothing_follows_from_a_statement_whose_speaker_is_unknown() -> None:
    loaded = dossier_of(RECORDS.replace("yes: {speaker: ada", "yes: {speaker: adda"))
    assert set(loaded.dossier.statements) == {"no"}
    assert set(loaded.dossier.unattributed) == {"yes"}
    assert loaded.findings.contradictions["it-was-so"] == ()
