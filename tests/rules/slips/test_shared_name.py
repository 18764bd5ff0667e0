from tests.rules.checking import lines, messages


def test_an_anonymous_actor_may_bear_the_name_of_another() -> None:
    yaml = """
    actors:
      one: {name: A US official, kind: anonymous}
      two: {name: A US official, kind: anonymous}
      three: {name: A US official, kind: person}
    """
    assert lines("shared-name", yaml) == []


def test_names_are_compared_without_case_spaces_and_ways_of_composing_letters() -> None:
    yaml = """
    actors:
      a: {name: "José  Núñez", kind: person}
      b: {name: Pepe, kind: person, aliases: [Pepe, "JOSE\u0301 NU\u0301N\u0303EZ"]}
      c: {name: Other, kind: person, names: {ar: العوادي}}
      d:
        name: Another
        kind: person
        names:
          ckb: العوادي
    """
    assert lines("shared-name", yaml) == [3, 9]


def test_one_actor_may_be_called_the_same_in_two_languages() -> None:
    yaml = "actors: {iran: {name: Iran, kind: state, names: {de: Iran, fr: Iran}, aliases: [IRAN]}}"
    assert lines("shared-name", yaml) == []


def test_the_first_is_the_one_that_stands_first_in_the_files() -> None:
    yaml = """
    actors:
      zeta: {name: Awadi, kind: person}
      alpha: {name: Awadi, kind: person}
    """
    (message,) = messages("shared-name", yaml)
    assert message == "“Awadi” is a name of the actor `zeta` too, at records.yaml:2:16."
