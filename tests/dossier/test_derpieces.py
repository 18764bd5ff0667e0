import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.dossier.derpieces import OCTETS, SEQUENCE, in_order, pieces, wrapped


@given(st.lists(st.tuples(st.sampled_from([2, 4, 0x30, 0xA0]), st.binary(max_size=300))))
def test_what_is_put_together_is_taken_apart_again(parts: list[tuple[int, bytes]]) -> None:
    content = b"".join(wrapped(tag, inner) for tag, inner in parts)
    assert [(one.tag, one.content) for one in pieces(content)] == parts
    assert b"".join(one.whole for one in pieces(content)) == content


@pytest.mark.parametrize("size", [0, 127, 128, 255, 256, 65_535, 65_536])
def test_each_length_is_written_in_the_shortest_way(size: int) -> None:
    written = wrapped(OCTETS, bytes(size))
    assert len(written) - size == 2 + (size > 127) + (size > 255) + (size > 65_535)
    assert pieces(written)[0].content == bytes(size)


@given(st.binary(max_size=40))
def test_any_bytes_are_either_taken_apart_whole_or_refused(content: bytes) -> None:
    try:
        found = pieces(content)
    except ValueError:
        return
    assert b"".join(one.whole for one in found) == content


@pytest.mark.parametrize(
    "content",
    [
        b"\x04",
        b"\x04\x02a",
        b"\x04\x81",
        b"\x04\x80a\0\0",
        b"\x04\x85\0\0\0\0\x01a",
        b"\x1f\x01a",
        b"\x04\x82\x01",
    ],
)
def test_what_is_cut_short_or_not_der_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="of DER"):
        pieces(content)


def test_a_set_is_written_in_the_order_of_its_bytes() -> None:
    found = pieces(wrapped(SEQUENCE, b"b") + wrapped(OCTETS, b"z") + wrapped(SEQUENCE, b"a"))
    assert in_order(found) == wrapped(OCTETS, b"z") + wrapped(SEQUENCE, b"a") + wrapped(SEQUENCE, b"b")
