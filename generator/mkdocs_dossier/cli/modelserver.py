"""A server that answers as that of OpenAI does: on this machine (Ollama, llama.cpp, vLLM) or elsewhere.

Only this module needs the extra `model`, and only when a request is made.
"""

import asyncio
import time
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mkdocs_dossier.drafting.pointing.asking import Reply, Request, UnansweredError
from mkdocs_dossier.text.shortening import cut_line

if TYPE_CHECKING:
    from pydantic_ai.messages import ModelMessage, ModelResponse

_NO_KEY = "none"
"""What is sent where the author has no key: the library wants one, a server on this machine does not."""

_PAUSE = 3.0
"""The seconds before the next request where a server could not answer the last."""

_SHOWN = 160
"""The most characters of a server's own words in a message."""


class ModelServer:
    """Asks a model on a server: one request at a time, of which nothing is kept.

    `timeout` are the seconds that an answer may take.
    """

    def __init__(self, name: str, address: str, key: str, timeout: float) -> None:
        self.name = name
        self.address = address
        self._key = key
        self._timeout = timeout
        self._waits = False

    def prepare(self) -> None:
        """Import what a request needs. Raises `UnansweredError` where it cannot be."""
        try:
            import pydantic_ai.models.openai  # noqa: F401, PLC0415 - an extra, and heavy
        except Exception as trouble:  # a broken installation may fail in any way
            raise UnansweredError(
                f"What talks to a model cannot be loaded ({type(trouble).__name__}: {trouble}). Install it: "
                "`uv add 'mkdocs-dossier[model]'`, or `pip install 'mkdocs-dossier[model]'`."
            ) from trouble
        if not self._key.isascii() or not self._key.isprintable():
            raise UnansweredError("OPENAI_API_KEY has a character that no key has. Set it anew.")

    def __call__(self, request: Request) -> Reply:
        """Send a request, and wait for the answer. Raises `UnansweredError`."""
        from pydantic_ai import exceptions  # noqa: PLC0415 - an extra, and heavy

        if self._waits:
            time.sleep(_PAUSE)
        self._waits = False
        try:
            with warnings.catch_warnings():
                # A model that takes no temperature is asked without one.
                warnings.simplefilter("ignore")
                answer = asyncio.run(asyncio.wait_for(self._answer(request), self._timeout))
        except TimeoutError as trouble:
            raise self._passing(f"gave no answer within {self._timeout:g} seconds (--timeout).") from trouble
        except exceptions.ModelHTTPError as trouble:
            raise self._of_status(trouble.status_code, trouble.body) from trouble
        except Exception as trouble:  # whatever the library meets: the rules' draft is made all the same
            raise self._of_other(trouble) from trouble
        usage = answer.usage
        text = "".join(part.content for part in answer.parts if part.part_kind == "text")
        return Reply(text, usage.input_tokens, usage.output_tokens, answer.finish_reason == "length")

    async def _answer(self, request: Request) -> "ModelResponse":
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient  # noqa: PLC0415 - an extra, and heavy
        from pydantic_ai.direct import model_request  # noqa: PLC0415
        from pydantic_ai.models import ModelRequestParameters  # noqa: PLC0415
        from pydantic_ai.models.openai import OpenAIChatModel  # noqa: PLC0415
        from pydantic_ai.output import OutputObjectDefinition  # noqa: PLC0415
        from pydantic_ai.providers.openai import OpenAIProvider  # noqa: PLC0415

        # No redirects: a text goes to the address that the author was told, and nowhere else.
        transport = DefaultAsyncHttpxClient(follow_redirects=False, timeout=self._timeout)
        async with AsyncOpenAI(
            base_url=self.address, api_key=self._key or _NO_KEY, max_retries=0, http_client=transport
        ) as client:
            model = OpenAIChatModel(self.name, provider=OpenAIProvider(openai_client=client))
            wanted = OutputObjectDefinition(json_schema=request.schema, name=request.name)
            return await model_request(
                model,
                _messages(request),
                model_settings={"temperature": 0.0},
                model_request_parameters=ModelRequestParameters(output_mode="native", output_object=wanted),
            )

    def _passing(self, why: str) -> UnansweredError:
        self._waits = True
        return UnansweredError(f"The server at {self.address} {why}", is_passing=True)

    def _of_status(self, code: int, body: object) -> UnansweredError:
        said = _said_by(body)
        if code in (401, 403):
            why = "refuses the key in OPENAI_API_KEY." if self._key else "wants a key: set OPENAI_API_KEY."
        elif code == 404:  # noqa: PLR2004 - not found
            why = f"has no model `{self.name}`, or it is another address: most end in /v1."
        elif 300 <= code < 400:  # noqa: PLR2004 - a redirect
            why = "leads on to another one, where no text is sent. Give that one as --base-url."
        elif code in (408, 409, 425, 429) or code >= 500:  # noqa: PLR2004 - the server's own trouble
            return self._passing(f"cannot answer now ({code}{said}).")
        else:
            why = "refuses the request. Perhaps the model takes no JSON Schema, or not so long a text."
        return UnansweredError(f"The server at {self.address} {why} ({code}{said})")

    def _of_other(self, trouble: Exception) -> UnansweredError:
        import openai  # noqa: PLC0415 - an extra, and heavy

        causes = list(_causes(trouble))
        why = cut_line(str(causes[-1]) or type(causes[-1]).__name__, _SHOWN)
        for one in causes:
            if isinstance(one, openai.APIStatusError):
                return self._of_status(one.status_code, one.body)
            if isinstance(one, openai.APITimeoutError):
                return self._passing(f"gave no answer within {self._timeout:g} seconds (--timeout).")
            if isinstance(one, openai.APIConnectionError):
                return UnansweredError(
                    f"Nothing can be reached at {self.address} ({why}). Does the server run, and is the "
                    "address right?"
                )
        return self._passing(f"gave no answer that can be read, as of OpenAI's interface ({why}).")


def _causes(trouble: BaseException) -> Iterator[BaseException]:
    """List an exception and those that led to it, the first one last."""
    found: BaseException | None = trouble
    while found is not None:
        yield found
        found = found.__cause__


def _messages(request: Request) -> "list[ModelMessage]":
    from pydantic_ai import messages  # noqa: PLC0415 - an extra, and heavy

    told: list[ModelMessage] = []
    for at, turn in enumerate(request.turns):
        if not turn.is_ours:
            told.append(messages.ModelResponse(parts=[messages.TextPart(turn.text)]))
            continue
        ours = messages.UserPromptPart(turn.text)
        first = [messages.SystemPromptPart(request.instructions)] if not at else []
        told.append(messages.ModelRequest(parts=[*first, ours]))
    return told


def _said_by(body: object) -> str:
    """Return the server's own words on what is wrong, if it sent any."""
    if isinstance(body, dict) and isinstance(body.get("error"), dict):
        body = body["error"]
    said = body.get("message") if isinstance(body, dict) else body
    return f": {cut_line(said, _SHOWN)}" if isinstance(said, str) and said.strip() else ""
