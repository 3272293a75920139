#!/usr/bin/env python3
"""The official client of OpenAI against a running server: completions, streams, probabilities, refusals."""

import sys

import openai

url = sys.argv[1]
client = openai.OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0)

names = [model.id for model in client.models.list()]
assert "portugues" in names, names
first = dict(model="portugues", prompt="A noite", max_tokens=12, seed=7)
whole = client.completions.create(**first)
assert whole.choices[0].text and whole.choices[0].finish_reason == "length", whole
assert whole.usage.completion_tokens == 12, whole.usage
assert client.completions.create(**first).choices[0].text == whole.choices[0].text
pieces = list(client.completions.create(**first, stream=True, stream_options={"include_usage": True}))
assert "".join(piece.choices[0].text for piece in pieces if piece.choices) == whole.choices[0].text
assert pieces[-1].usage.completion_tokens == 12, pieces[-1]
several = client.completions.create(model="portugues", prompt=["Um", "Dois"], n=2, max_tokens=3, seed=1)
assert [choice.index for choice in several.choices] == [0, 1, 2, 3]
echo = client.completions.create(model="portugues", prompt="Bom dia", max_tokens=0, echo=True, logprobs=3)
assert echo.choices[0].text == "Bom dia" and len(echo.choices[0].logprobs.tokens) >= 2, echo
stopped = client.completions.create(model="portugues", prompt="Era uma vez", max_tokens=400, stop=["."], seed=1)
assert "." not in stopped.choices[0].text and stopped.choices[0].finish_reason == "stop", stopped
for wrong, kind in [
    (dict(model="portugues", prompt="a", max_tokens=-1), openai.BadRequestError),
    (dict(model="portugues", prompt="a", suffix="b"), openai.BadRequestError),
    (dict(model="gpt", prompt="a"), openai.NotFoundError),
]:
    try:
        client.completions.create(**wrong)
        sys.exit(f"error: {wrong} was answered")
    except kind as error:
        assert error.body["message"], error
try:
    client.chat.completions.create(model="portugues", messages=[{"role": "user", "content": "a"}])
    sys.exit("error: chat was answered")
except openai.NotFoundError as error:
    assert "/v1/completions" in error.body["message"], error
print(f"openai {openai.__version__}: 10 requests as its client makes them, 4 refusals as it knows them")
