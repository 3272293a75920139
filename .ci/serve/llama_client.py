#!/usr/bin/env python3
"""Requests as llama.cpp's clients make them, with all that these send, against a running server: a text, a stream,
probabilities, what llama.vim asks for while somebody writes, tokens, and how the server is.

llama_client.py URL"""

import json
import sys
import urllib.error
import urllib.request

url = sys.argv[1]

# What clients send whether they mean it or not.
USUAL = {
    "n_predict": 8, "seed": 7, "temperature": 0.8, "top_k": 40, "top_p": 0.95, "min_p": 0.05, "typical_p": 1.0,
    "repeat_last_n": 64, "repeat_penalty": 1.0, "presence_penalty": 0.0, "frequency_penalty": 0.0, "mirostat": 0,
    "mirostat_tau": 5.0, "mirostat_eta": 0.1, "dry_multiplier": 0.0, "dry_base": 1.75, "dry_allowed_length": 2,
    "dry_penalty_last_n": -1, "xtc_probability": 0.0, "xtc_threshold": 0.1, "dynatemp_range": 0.0, "grammar": "",
    "n_keep": 0, "n_discard": 0, "cache_prompt": True, "id_slot": -1, "stop": [], "samplers": ["top_k", "top_p"],
    "ignore_eos": False, "lora": [], "slot_id": -1, "return_tokens": True, "timings_per_token": False,
}


def call(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url + path, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode()


def ask(path, body=None):
    return json.loads(call(path, body))


assert ask("/health") == {"status": "ok"}
properties = ask("/props")
assert properties["total_slots"] > 0 and properties["default_generation_settings"]["params"]["temperature"] == 0.8, properties
assert all(slot["n_remain"] >= 0 for slot in ask("/slots?fail_on_no_slot=1"))

whole = ask("/completion", {"prompt": "A noite", **USUAL})
assert whole["content"] and whole["stop"] is True and whole["stop_type"] == "limit", whole
assert whole["tokens_predicted"] == 8 == len(whole["tokens"]) == whole["timings"]["predicted_n"], whole
assert whole["generation_settings"]["seed"] == 7 and whole["truncated"] is False, whole
assert ask("/completions", {"prompt": "A noite", **USUAL})["content"] == whole["content"]
events = [json.loads(line[6:]) for line in call("/completion", {"prompt": "A noite", **USUAL, "stream": True}).split("\n\n") if line]
assert "".join(event["content"] for event in events) == whole["content"], events
assert [event["stop"] for event in events] == [False] * (len(events) - 1) + [True], events
told = ask("/completion", {"prompt": "A noite", **USUAL, "n_probs": 2})["completion_probabilities"]
assert len(told) == 8 and all(len(token["top_logprobs"]) == 2 and token["logprob"] <= 0 for token in told), told

tokens = ask("/tokenize", {"content": "Bom dia a todos", "add_special": False, "with_pieces": False})["tokens"]
assert ask("/detokenize", {"tokens": tokens})["content"] == "Bom dia a todos", tokens
assert ask("/completion", {**USUAL, "prompt": tokens})["content"]

# llama.vim: the texts of other places are read beforehand, then what goes on at the cursor is asked for.
extra = [{"text": "A chuva chegou cedo.\n", "time": [1, 2], "filename": "outro.txt"}]
assert ask("/infill", {
    "input_prefix": "", "input_suffix": "", "input_extra": extra, "prompt": "", "n_predict": 0, "temperature": 0.0,
    "stream": False, "samplers": [], "cache_prompt": True, "t_max_prompt_ms": 1, "t_max_predict_ms": 1,
    "response_fields": [""]}) == {}
fields = ["content", "timings/prompt_n", "timings/prompt_ms", "timings/prompt_per_token_ms", "timings/prompt_per_second",
          "timings/predicted_n", "timings/predicted_ms", "timings/predicted_per_token_ms", "timings/predicted_per_second",
          "truncated", "tokens_cached"]
for suffix in ["\n", " ao cinema.\n"]:
    answer = ask("/infill", {
        "input_prefix": "Era domingo.\n", "input_suffix": suffix, "input_extra": extra, "prompt": "Ontem eu fui",
        "n_predict": 128, "n_indent": 0, "top_k": 40, "top_p": 0.99, "stop": [], "stream": False,
        "samplers": ["top_k", "top_p", "infill"], "cache_prompt": True, "t_max_prompt_ms": 500,
        "t_max_predict_ms": 1000, "response_fields": fields})
    assert sorted(answer) == sorted(fields) and "\n" not in answer["content"].strip("\n"), answer

try:
    call("/completion", {"prompt": "a", "grammar": "root ::= \"a\""})
    sys.exit("error: a grammar was answered")
except urllib.error.HTTPError as error:
    assert error.code == 400 and "grammar" in json.loads(error.read())["error"]["message"], error
print("as llama.cpp's clients ask: texts, a stream, probabilities, tokens, what llama.vim wants, a refusal")
