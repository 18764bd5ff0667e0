"""What a time stamp proves of a file, and what it does not."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import pytest

pytest.importorskip("rfc3161_client", reason="The extra timestamp is not installed.")

from cryptography.x509.oid import ExtendedKeyUsageOID

from mkdocs_dossier.dossier import timestamps
from mkdocs_dossier.dossier.timestamps import LARGEST, Flaw, Stamp, is_available, nonce_of, read_token
from mkdocs_dossier.yaml.files import MAX_BYTES
from tests.dossier.time_authority import NOON, Authority, Kind, der, number

PAGE = b"<h1>The strikes</h1>"
TOKENS = Path(__file__).parent / "tokens"
TIME = Authority()


def unread() -> bytes:
    raise AssertionError("the file need not be read")


def read(
    token: bytes,
    page: bytes = PAGE,
    content: Callable[[], bytes] = unread,
    roots: Sequence[bytes] = (),
) -> Stamp | Flaw:
    return read_token(token, sha256(page).hexdigest(), content, roots)


def stamp(token: bytes, roots: Sequence[bytes] = (), content: Callable[[], bytes] = unread) -> Stamp:
    found = read(token, content=content, roots=roots)
    assert isinstance(found, Stamp), found
    return found


def flaw(token: bytes, page: bytes = PAGE, content: Callable[[], bytes] = unread) -> str:
    found = read(token, page, content)
    assert isinstance(found, Flaw), found
    assert "\n" not in found.message + found.hint
    return found.message


def test_a_stamp_says_when_and_by_whom_and_without_a_root_no_more() -> None:
    found = stamp(TIME.answer(TIME.token(PAGE)))
    assert (found.at.text, found.at.precision, found.authority, found.is_trusted) == (
        "2024-02-05T12:00:00Z",
        "time",
        "Example Time",
        False,
    )


def test_an_answer_and_the_token_in_it_say_the_same() -> None:
    token = TIME.token(PAGE)
    assert (
        stamp(token)
        == stamp(TIME.answer(token))
        == stamp(TIME.but(status=1, words="As I like").answer(token))
    )


def test_a_stamp_is_trusted_where_its_certificate_leads_to_a_root_that_is_given() -> None:
    token = TIME.token(PAGE)
    assert stamp(token, [TIME.pem("root")]).is_trusted
    other = Authority(seed=10)
    assert stamp(token, [other.pem("root"), TIME.pem("root")]).is_trusted
    assert stamp(token, [other.pem("root") + TIME.pem("root")]).is_trusted
    # Of the same name, but with another key.
    assert not stamp(token, [other.pem("root")]).is_trusted
    # What is no root ends no chain.
    assert not stamp(token, [TIME.pem("between", "signer")]).is_trusted


def test_a_certificate_in_the_token_itself_makes_no_stamp_trusted() -> None:
    forged = Authority(seed=10, called="Example Time")
    assert stamp(forged.token(PAGE)).authority == "Example Time"
    assert not stamp(forged.token(PAGE), [TIME.pem("root")]).is_trusted


@pytest.mark.parametrize("kind", ["ec", "rsa", "pss", "ed25519"])
@pytest.mark.parametrize("signs", ["sha256", "sha384", "sha512"])
def test_signatures_of_each_kind_are_looked_at(kind: Kind, signs: str) -> None:
    authority = Authority(kind, signs=signs, seed=20)
    token = authority.token(PAGE)
    stamp(token)
    spoilt = token[:-1] + bytes([token[-1] ^ 1])
    assert "does not fit" in flaw(spoilt)


@pytest.mark.parametrize("by", ["sha1", "sha256", "sha384", "sha512"])
def test_the_signature_names_its_certificate_in_each_of_the_ways(by: str) -> None:
    stamp(Authority("rsa", names_by=by, seed=30).token(PAGE))


def test_a_signature_that_names_no_certificate_does_not_fit() -> None:
    assert "does not fit" in flaw(Authority("rsa", names_by="", seed=30).token(PAGE))
    assert "hash that is not known" in flaw(Authority("rsa", names_by="sha224", seed=30).token(PAGE))


def test_a_changed_file_is_found() -> None:
    token = TIME.token(PAGE)
    for at in range(len(PAGE)):
        changed = PAGE[:at] + bytes([PAGE[at] ^ 1]) + PAGE[at + 1 :]
        assert "the file changed since" in flaw(token, changed)


def test_a_token_with_any_other_byte_proves_nothing_else() -> None:
    authority = Authority(seed=40)
    token = authority.answer(authority.token(PAGE))
    sound = stamp(token)
    same = []
    for at in range(len(token)):
        found = read(token[:at] + bytes([token[at] ^ 1]) + token[at + 1 :])
        assert isinstance(found, Flaw) or found == sound
        same += [at] if isinstance(found, Stamp) else []
    # What is neither read nor signed: the version, the parameters of a hash, the chain that nobody asked for.
    signed = range(token.index(b"\x18\x0f2024"), token.index(b"\x18\x0f2024") + 17)
    assert not {*same} & {*signed}
    signature = range(len(token) - 60, len(token))
    assert not {*same} & {*signature}


def test_a_token_that_is_cut_anywhere_cannot_be_read() -> None:
    token = TIME.token(PAGE)
    for end in range(0, len(token), 7):
        assert flaw(token[:end]) == "This is no time stamp that can be read."


@pytest.mark.parametrize("hashed", ["sha384", "sha512"])
def test_a_token_over_another_hash_is_compared_with_the_file_itself(hashed: str) -> None:
    token = TIME.token(PAGE, hashed)
    assert stamp(token, content=lambda: PAGE).at.text == "2024-02-05T12:00:00Z"
    assert "the file changed since" in flaw(token, content=lambda: PAGE + b" ")
    assert "too large" in flaw(token, content=lambda: bytes(MAX_BYTES + 1))

    def gone() -> bytes:
        raise OSError(2, "it is gone")

    assert "cannot be read: it is gone." in flaw(token, content=gone)


def test_a_token_over_an_old_hash_is_not_taken() -> None:
    assert "hash that is too old" in flaw(TIME.token(PAGE, "sha1"))
    assert "hash that is too old" in flaw(Authority("rsa", signs="sha1", seed=50).token(PAGE))


def test_a_certificate_that_has_expired_since_is_sound_and_one_that_had_before_is_not() -> None:
    stamp(Authority(valid=(2024, 2025), seed=60).token(PAGE))
    assert "not valid at the time" in flaw(Authority(valid=(2020, 2024), seed=60).token(PAGE))
    assert "not valid at the time" in flaw(Authority(valid=(2025, 2030), seed=60).token(PAGE))


def test_a_certificate_is_for_time_stamps_and_for_nothing_else() -> None:
    both = (ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.SERVER_AUTH)
    for spoilt in (Authority(usages=()), Authority(usages=both), Authority(is_critical=False)):
        assert "not for time stamps" in flaw(spoilt.token(PAGE))


def test_a_token_without_its_certificate_is_sound_only_with_one_that_is_given() -> None:
    authority = Authority(has_certificates=False, seed=70)
    token = authority.token(PAGE)
    assert "does not hold the certificate" in flaw(token)
    assert not stamp(token, [authority.pem("signer")]).is_trusted
    assert stamp(token, [authority.pem("signer", "between"), authority.pem("root")]).is_trusted


def test_a_signature_of_something_else_is_no_time_stamp() -> None:
    mail = Authority(kind_of_content="06092a864886f70d010701", seed=80)
    assert flaw(mail.token(PAGE)) == "This is no time stamp that can be read."


@pytest.mark.parametrize(
    "spoilt",
    [
        Authority(kind_signed="06092a864886f70d010701", seed=80),
        Authority(repeats=True, seed=80),
        Authority(has_attributes=False, seed=80),
    ],
)
def test_a_signature_that_does_not_say_what_it_is_of_proves_nothing(spoilt: Authority) -> None:
    assert flaw(spoilt.token(PAGE))


def test_an_authority_that_refuses_is_quoted() -> None:
    refusal = TIME.but(status=2, words="Not today.\nCome back").answer(b"")
    assert flaw(refusal) == "The authority gave no time stamp: “Not today. Come back”."
    assert flaw(TIME.but(status=2).answer(b"")) == "The authority gave no time stamp."


def test_a_set_in_an_order_of_its_own_is_read_as_well() -> None:
    for chain in ("sorted", "as it comes"):
        authority = Authority(chain=chain, seed=90)
        assert stamp(authority.token(PAGE), [authority.pem("root")]).is_trusted


def test_a_token_of_openssl_is_read() -> None:
    token, root = ((TOKENS / name).read_bytes() for name in ("openssl.tsr", "openssl-root.pem"))
    found = read(token, b"hello\n", roots=[root])
    assert isinstance(found, Stamp)
    assert (found.authority, found.is_trusted) == ("Example of OpenSSL", True)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="There is no openssl here.")
def test_openssl_reads_the_tokens_of_these_tests(tmp_path: Path) -> None:
    for name, content in {"token": TIME.answer(TIME.token(PAGE)), "root": TIME.pem("root")}.items():
        (tmp_path / name).write_bytes(content)
    digest = sha256(PAGE).hexdigest()
    asked = ["openssl", "ts", "-verify", "-in", "token", "-digest", digest, "-CAfile", "root"]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Verification: OK" in done.stdout, done.stderr


@pytest.mark.parametrize(
    "token",
    [b"", b"\0", b"<html>", b"0\0", der(0x30), der(0x30, number(0)), der(0x30, der(0x30)), b"0" * 200],
)
def test_what_is_no_token_is_said_to_be_none(token: bytes) -> None:
    assert flaw(token) == "This is no time stamp that can be read."
    assert nonce_of(token) is None


def test_a_token_of_any_size_is_not_read() -> None:
    token = TIME.token(PAGE)
    stamp(TIME.but(status=1, words="x" * (LARGEST - len(token) - 50)).answer(token))
    assert (
        flaw(TIME.but(status=1, words="x" * LARGEST).answer(token))
        == "This is no time stamp that can be read."
    )


@pytest.mark.parametrize(
    "pem", [b"", b"no PEM", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_roots_that_cannot_be_read_are_said_to_be_so(pem: bytes) -> None:
    found = read(TIME.token(PAGE), roots=[pem])
    assert isinstance(found, Flaw)
    assert found.message == "authorities.pem cannot be read."


def test_a_name_of_any_length_and_of_several_lines_is_one_short_line() -> None:
    found = stamp(Authority(called="A\n" + "b" * 60, seed=100).token(PAGE))
    assert found.authority == "A " + "b" * 60
    assert stamp(Authority(called="", seed=110).token(PAGE)).authority == ""


def test_the_number_of_the_request_is_read_off_an_answer() -> None:
    assert nonce_of(TIME.token(PAGE, nonce=2**70)) == 2**70
    assert nonce_of(TIME.token(PAGE)) is None


def test_the_moment_is_that_of_the_token() -> None:
    early = TIME.but(at=NOON.replace(year=2021, microsecond=5))
    assert stamp(early.token(PAGE)).at.text == "2021-02-05T12:00:00Z"


@pytest.mark.parametrize("broken", [None, "broken"])
def test_without_the_extra_nothing_is_available(broken: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_available()
    monkeypatch.setitem(
        sys.modules, "rfc3161_client", broken
    )  # None: Python says that there is no such module
    assert is_available() == (broken is not None)
    assert "mkdocs-dossier[timestamp]" in timestamps.INSTALL
