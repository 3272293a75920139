import Testing
import TextGen
import TextGenJSON

@testable import TextGenServing

/// Routes that write texts, with a model of the box.
struct WritingRouteTests {
  private func call(
    _ method: String, _ path: String, _ body: String = "", headers: [(String, String)] = []
  ) async throws -> ServiceClient.Reply {
    await (try ServiceClient.shared.get()).call(method, path, body, headers: headers)
  }

  @Test func `a completion is the text of sample with that seed`() async throws {
    let model = try ServiceClient.shared.get().model
    var options = WritingOptions()
    options.characters = 60
    let expected = try model.text(after: "A noite", options: options, seed: 7)
    let body = #"{"prompt":"A noite","characters":60,"max_tokens":4096,"seed":7"#
    let reply = try await call("POST", "/v1/completions", body + "}")
    #expect(reply.status == 200)
    let choice = list(reply.json["choices"]).first
    #expect(string(choice?["text"]) == expected.text)
    #expect(string(choice?["finish_reason"]) == "length")
    #expect(reply.json["seed"] == .int(7))
    #expect(reply.json["usage"]?["completion_tokens"] == .int(expected.tokenCount))
    let stream = try await call(
      "POST", "/v1/completions", body + #","stream":true,"stream_options":{"include_usage":true}}"#)
    let events = stream.events
    #expect(events.last == "[DONE]" && events.count >= 4)
    let values = try events.dropLast().map { try JSONReader.value(Array($0.utf8)) }
    let pieces = values.flatMap { list($0["choices"]) }.compactMap { string($0["text"]) }
    #expect(pieces.joined() == expected.text)
    #expect(values.last?["usage"]?["completion_tokens"] == .int(expected.tokenCount))
    let llama = try await call(
      "POST", "/completion", #"{"prompt":"A noite","n_predict":12,"seed":7}"#)
    #expect(expected.text.hasPrefix(string(llama.json["content"]) ?? "-"))
    #expect(string(llama.json["stop_type"]) == "limit")
  }

  @Test func `equal requests have equal texts, alone or beside 63 others`() async throws {
    func text(_ seed: Int) async throws -> String {
      let reply = try await call(
        "POST", "/v1/completions", #"{"prompt":"O mar","max_tokens":8,"seed":\#(seed)}"#)
      return string(list(reply.json["choices"]).first?["text"]) ?? "\(reply.status)"
    }
    let together = try await withThrowingTaskGroup(of: (Int, String).self) { tasks in
      for number in (0..<64).shuffled() {
        tasks.addTask { (number % 8, try await text(number % 8)) }
      }
      return try await tasks.reduce(into: [Int: Set<String>]()) {
        $0[$1.0, default: []].insert($1.1)
      }
    }
    for seed in 0..<8 { #expect(try await together[seed] == [text(seed)]) }
  }

  @Test func `prompts are echoed with the log-probabilities of their tokens`() async throws {
    let model = try ServiceClient.shared.get().model
    let reply = try await call(
      "POST", "/v1/completions",
      #"{"prompt":"Bom dia","max_tokens":0,"echo":true,"logprobs":2}"#)
    let choice = list(reply.json["choices"]).first
    #expect(string(choice?["text"]) == "Bom dia")
    let tokens = list(choice?["logprobs"]?["tokens"]).compactMap(string)
    #expect(tokens.joined() == "Bom dia")
    let values = list(choice?["logprobs"]?["token_logprobs"]).compactMap { value -> Double? in
      if case .number(let number) = value { number } else { nil }
    }
    let bits = model.score("Bom dia").pieces.reduce(0) { $0 + $1.bits }
    #expect(abs(-values.reduce(0, +) / 0.6931471805599453 - bits) < 1e-3)
    #expect(list(choice?["logprobs"]?["text_offset"]).first == .int(0))
    #expect(list(choice?["logprobs"]?["top_logprobs"]).count == tokens.count)
  }

  @Test func `texts of several prompts come in order`() async throws {
    let reply = try await call(
      "POST", "/v1/completions", #"{"prompt":["Um","Dois"],"n":2,"max_tokens":3,"seed":1}"#)
    let choices = list(reply.json["choices"])
    #expect(choices.compactMap { $0["index"] } == [.int(0), .int(1), .int(2), .int(3)])
    let second = try await call(
      "POST", "/v1/completions", #"{"prompt":"Dois","n":2,"max_tokens":3,"seed":1}"#)
    #expect(
      list(second.json["choices"]).compactMap { $0["text"] }
        == choices.dropFirst(2).compactMap { $0["text"] })
  }

  @Test func `llama.cpp's fields are told, or those that were asked for`() async throws {
    let reply = try await call(
      "POST", "/completion",
      #"{"prompt":"Era uma","n_predict":4,"n_probs":2,"return_tokens":true,"seed":3}"#)
    #expect(list(reply.json["tokens"]).count == 4)
    #expect(list(reply.json["completion_probabilities"]).count == 4)
    #expect(reply.json["tokens_predicted"] == .int(4))
    let some = try await call(
      "POST", "/completion",
      #"{"prompt":"Era uma","n_predict":4,"seed":3,"response_fields":["content","timings/prompt_n"]}"#
    )
    let members = if case .object(let members) = some.json { members } else { [JSONValue.Member]() }
    #expect(members.map(\.name) == ["content", "timings/prompt_n"])
    let none = try await call(
      "POST", "/completion", #"{"prompt":"Era uma","n_predict":0,"response_fields":[""]}"#)
    #expect(none.text == "{}")
    let stream = try await call(
      "POST", "/completion", #"{"prompt":"Era uma","n_predict":4,"seed":3,"stream":true}"#)
    let values = try stream.events.map { try JSONReader.value(Array($0.utf8)) }
    #expect(values.last?["stop"] == true)
    #expect(values.compactMap { string($0["content"]) }.joined() == string(some.json["content"]))
  }

  @Test func `the timings of a stream tell the tokens so far`() async throws {
    let stream = try await call(
      "POST", "/completion",
      #"{"n_predict":6,"seed":3,"stream":true,"stream_interval_ms":0,"timings_per_token":true}"#)
    let parts = try stream.events.map { try JSONReader.value(Array($0.utf8)) }
      .filter { $0["stop"] == false }
    var count = 0
    for part in parts {
      count += list(part["tokens"]).count
      #expect(part["timings"]?["predicted_n"] == .int(count))
    }
    #expect((1...6).contains(count))
  }

  @Test func `an infill is a word in a line and else the rest of a sentence`() async throws {
    let word = try await call(
      "POST", "/infill", #"{"input_prefix":"Ontem eu ","input_suffix":" ao cinema."}"#)
    #expect(string(word.json["content"])?.isEmpty == false)
    #expect(string(word.json["content"])?.contains(" ") == false)
    let rest = try await call(
      "POST", "/infill",
      #"{"input_prefix":"Era uma vez ","prompt":"um","n_predict":40,"seed":1,"input_suffix":"\n"}"#)
    #expect(string(rest.json["content"])?.contains("\n") == false)
    let nothing = try await call("POST", "/infill", #"{"input_prefix":"a","n_predict":0}"#)
    #expect(string(nothing.json["content"]) == "")
  }

  @Test func `samples are those of the command with that seed`() async throws {
    let model = try ServiceClient.shared.get().model
    var options = WritingOptions()
    options.characters = 40
    let expected = try model.text(after: "A noite", options: options, seed: 7)
    let body = #"{"prompt":"A noite","length":40,"seed":7,"count":2"#
    let reply = try await call("POST", "/v1/sample", body + "}")
    #expect(reply.status == 200)
    let lines = try reply.text.split(separator: "\n").map { try JSONReader.value(Array($0.utf8)) }
    #expect(lines.map { $0["index"] } == [.int(0), .int(1)])
    #expect(string(lines[0]["text"]) == expected.text && lines[0]["seed"] == .int(7))
    #expect(lines[0]["tokens"] == .int(expected.tokenCount))
    #expect(string(lines[0]["stopped"]) == "length" && string(lines[0]["prompt"]) == "A noite")
    let stream = try await call("POST", "/v1/sample", body + #","stream":true,"no_echo":true}"#)
    let events = try stream.events.map { try JSONReader.value(Array($0.utf8)) }
    let pieces = events.filter { $0["index"] == .int(0) }.compactMap { string($0["piece"]) }
    #expect(pieces.joined() == expected.text)
    #expect(events.compactMap { string($0["text"]) }.contains(expected.text))
    #expect(events.allSatisfy { $0["prompt"] == nil })
    let lone = try await call("POST", "/v1/sample", #"{"lines":1,"temperature":0}"#)
    #expect(string(try JSONReader.value(Array(lone.text.utf8))["stopped"]) == "lines")
    for wrong in [#"{"count":65}"#, #"{"lines":1001}"#, #"{"temperature":-1}"#, #"{"n":1}"#] {
      #expect(try await call("POST", "/v1/sample", wrong).status == 400, "\(wrong)")
    }
  }
}
