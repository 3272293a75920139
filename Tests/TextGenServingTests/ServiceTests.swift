import Foundation
import Testing
import TextGen
import TextGenJSON
import TextGenTestSupport

@testable import TextGenServing

/// The whole service but its sockets, with a model of the box.
struct ServiceTests {
  private static let opened = Result {
    let service = TextService(version: "1")
    let model = try TextModel("portugues", options: .init(threads: 1))
    try service.open([model])
    return (service, model)
  }

  private struct Reply {
    var status: Int
    var text: String
    var headers: [String: String]

    /// The body as JSON.
    var json: JSONValue { (try? JSONReader.value(Array(text.utf8))) ?? .null }

    /// The events of a stream.
    var events: [String] {
      text.components(separatedBy: "\n\n").filter { !$0.isEmpty }.map {
        String($0.dropFirst("data: ".count))
      }
    }
  }

  /// What is answered; an answer that is not as the server describes it is a fault.
  private func call(
    _ method: String, _ path: String, _ body: String = "", headers: [(String, String)] = []
  ) async throws -> Reply {
    let (service, _) = try Self.opened.get()
    let head = RequestHead(
      method: method, target: path,
      headers: [("host", "localhost"), ("content-type", "application/json")] + headers)
    let reply: Reply
    switch service.admit(head) {
    case .refused(let answer): reply = await self.reply(answer)
    case .admitted(let route):
      reply = await self.reply(await service.answer(route, to: head, body: Array(body.utf8)))
      let faults = Self.description.faults(
        method, route.name, reply.status, reply.text, reply.headers["content-type"] ?? "")
      if reply.status != ServiceFailure.clientGone.status {
        #expect(faults.isEmpty, "\(method) \(path) \(body.prefix(200)): \(faults)")
      }
    }
    return reply
  }

  private static let description = ServiceDescription()

  private func reply(_ answer: ServiceAnswer) async -> Reply {
    var bytes: [UInt8] = []
    switch answer.body {
    case .whole(let whole): bytes = whole
    case .stream(let write): await write { bytes += $0 }
    }
    return Reply(
      status: answer.status, text: String(decoding: bytes, as: UTF8.self),
      headers: Dictionary(answer.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
  }

  private func string(_ value: JSONValue?) -> String? {
    if case .string(let text) = value { text } else { nil }
  }

  private func list(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let values) = value { values } else { [] }
  }

  @Test func `a completion is the text of sample with that seed`() async throws {
    let (_, model) = try Self.opened.get()
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
    let (_, model) = try Self.opened.get()
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
    let stream = try await call(
      "POST", "/completion", #"{"prompt":"Era uma","n_predict":4,"seed":3,"stream":true}"#)
    let values = try stream.events.map { try JSONReader.value(Array($0.utf8)) }
    #expect(values.last?["stop"] == true)
    #expect(values.compactMap { string($0["content"]) }.joined() == string(some.json["content"]))
  }

  @Test func `tokens are the text again`() async throws {
    let text = "Amanhã, às 7h: “não”! 😀"
    let reply = try await call("POST", "/tokenize", #"{"content":"\#(text)","with_pieces":false}"#)
    let tokens = try #require(reply.json["tokens"])
    #expect(list(tokens).count > 5)
    let pieces = try await call("POST", "/tokenize", #"{"content":"Olá","with_pieces":true}"#)
    #expect(list(pieces.json["tokens"]).compactMap { string($0["piece"]) }.joined() == "Olá")
    let known = try await call("POST", "/tokenize", #"{"content":"Amanhã, às 7h"}"#)
    let back = try await call(
      "POST", "/detokenize", "{\"tokens\":\(known.json["tokens"]?.text ?? "")}")
    #expect(string(back.json["content"]) == "Amanhã, às 7h")
    #expect(try await call("POST", "/detokenize", #"{"tokens":[99999999]}"#).status == 400)
  }

  @Test func `next words are those of a typing session, however the text grows`() async throws {
    let (_, model) = try Self.opened.get()
    let text = "Ontem os alunos tir"
    for end in ["Ontem os ", "Ontem os alunos ", text] {
      let reply = try await call("POST", "/v1/next-words", #"{"text":"\#(end)","count":4}"#)
      let position = list(reply.json["positions"]).first
      let words = list(position?["candidates"]).compactMap { string($0["word"]) }
      let (before, typed) = end == text ? ("Ontem os alunos ", "tir") : (end, "")
      let expected = model.nextWords(after: before, typed: typed, count: 4)
      #expect(words == expected.wordsAndMarks.prefix(4).map(\.word))
      #expect(position?["offset"] == .int(before.count))
    }
    let literal = try await call(
      "POST", "/v1/next-words", #"{"text":"Os alunos...","partial":false}"#)
    #expect(list(literal.json["positions"]).first?["offset"] == .int(12))
    #expect(
      try await call("POST", "/v1/next-words", #"{"text":"a___b","finish":true}"#).status == 400)
    let finished = try await call("POST", "/v1/next-words", #"{"text":"Os alunos ","finish":true}"#)
    #expect(string(finished.json["completed"])?.hasPrefix("Os alunos ") == true)
  }

  @Test func `blanks are filled as complete fills them`() async throws {
    let (_, model) = try Self.opened.get()
    let text = "Ontem eu ___ ao cinema."
    let reply = try await call("POST", "/v1/fill", #"{"text":"\#(text)","count":3}"#)
    let expected = CompletionRecord(
      model: "portugues", text: text, try model.complete(text, count: 3))
    #expect(reply.text == expected.json)
    let many = String(repeating: "___ ", count: 17)
    #expect(try await call("POST", "/v1/fill", #"{"text":"\#(many)"}"#).status == 400)
  }

  @Test func `the pieces of a surprise are the text`() async throws {
    let reply = try await call("POST", "/v1/surprise", #"{"text":"A chuva  chegou cedo.\n"}"#)
    for name in ["tokens", "words"] {
      let texts = list(reply.json[name]).compactMap { string($0["text"]) }
      #expect(texts.joined() == "A chuva  chegou cedo.\n")
    }
    #expect(
      list(reply.json["words"]).compactMap { string($0["text"]) }.prefix(3) == [
        "A", " chuva", "  chegou",
      ])
    #expect(reply.json["characters"] == .int(22))
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

  @Test func `a session learns and is forgotten`() async throws {
    let session = try await call("POST", "/v1/sessions", #"{"ttl_seconds":60}"#)
    #expect(session.status == 201)
    let id = try #require(string(session.json["id"]))
    #expect(id.count == 34 && id.hasPrefix("s-"))
    let path = "/v1/sessions/\(id)"
    let fresh = try await call("POST", path + "/keyboard", #"{"add":"O Quintanilha","k":1}"#)
    #expect(fresh.status == 200)
    for _ in 0..<4 {
      _ = try await call("POST", path + "/keyboard", #"{"add":" Zebedeu Quintanilha chegou. O"}"#)
    }
    let learned = try await call("POST", path + "/keyboard", #"{"add":" Zebedeu ","k":1}"#)
    #expect(learned.text.contains("Quintanilha"), "\(learned.text)")
    #expect(try await call("GET", path).json["characters"] != .int(0))
    #expect(try await call("POST", path + "/keyboard", #"{"x":1}"#).status == 400)
    #expect(try await call("DELETE", path).status == 204)
    #expect(try await call("GET", path).status == 404)
    #expect(try await call("POST", "/v1/sessions", #"{"method":"both"}"#).status == 400)
  }

  @Test func `a session's words are learned from the text before the cursor`() async throws {
    let session = try await call("POST", "/v1/sessions", "{}")
    let id = try #require(string(session.json["id"]))
    func words(_ text: String) async throws -> [String] {
      let body = #"{"text":"\#(text)","count":3,"session":"\#(id)"}"#
      let reply = try await call("POST", "/v1/next-words", body)
      #expect(reply.status == 200)
      return list(list(reply.json["positions"]).first?["candidates"]).compactMap {
        string($0["word"])
      }
    }
    let text = "Zebedeu Quintanilha chegou. Zebedeu Quintanilha saiu. Zebedeu "
    let fresh = try await call("POST", "/v1/next-words", #"{"text":"Zebedeu ","count":3}"#)
    #expect(!fresh.text.contains("Quintanilha"))
    #expect(try await words(text).first == "Quintanilha")
    #expect(try await words(text + "Q").first == "Quintanilha")
    #expect(try await words("Zebedeu ").first == "Quintanilha")
    let record = try await call("GET", "/v1/sessions/\(id)")
    #expect(record.json["characters"] == .int(text.count))
    let wrong = #"{"text":"a","session":"\#(id)","model":"x"}"#
    #expect(try await call("POST", "/v1/next-words", wrong).status == 404)
    #expect(
      try await call("POST", "/v1/next-words", #"{"text":"a","session":"s-0"}"#).status == 404)
  }

  @Test func `gates are those of the liveliest units`() async throws {
    let reply = try await call("POST", "/v1/gates", #"{"text":"Os alunos da escola","units":3}"#)
    #expect(reply.status == 200)
    let pieces = list(reply.json["pieces"])
    #expect(pieces.compactMap(string).joined() == "Os alunos da escola")
    #expect(list(reply.json["units"]).count == 3)
    for name in ["i", "f", "g", "o", "c", "h"] {
      let values = list(reply.json["parts"]?[name])
      #expect(values.count == pieces.count && values.allSatisfy { list($0).count == 3 }, "\(name)")
    }
    #expect(list(reply.json["half_lives"]).count == 3)
    for body in [#"{"text":""}"#, #"{"text":"a","layer":63}"#, #"{"text":"a","units":65}"#, "{}"] {
      #expect(try await call("POST", "/v1/gates", body).status == 400, "\(body)")
    }
  }

  @Test func `slots tell how far texts are, and no word`() async throws {
    let idle = try await call("GET", "/slots?fail_on_no_slot=1")
    #expect(idle.status == 200 && list(idle.json).count == 64)
    let writing = Task {
      try await call("POST", "/v1/completions", #"{"max_tokens":4096,"n":16,"seed":3}"#)
    }
    var busy: [JSONValue] = []
    while busy.isEmpty {
      let slots = try await call("GET", "/slots")
      busy = list(slots.json).filter { $0["is_processing"] == true }
      await Task.yield()
    }
    writing.cancel()
    _ = try await writing.value
    let members = if case .object(let members) = busy[0] { members.map(\.name) } else { [String]() }
    #expect(members == ["id", "model", "is_processing", "n_decoded", "n_remain"])
  }

  @Test func `the page comes from the program, once`() async throws {
    let page = try await call("GET", "/")
    #expect(page.status == 200 && page.text.hasPrefix("<!doctype html>"))
    #expect(page.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
    for name in ["app.css", "app.js", "icon.svg", "openapi.json"] {
      let file = try await call("GET", "/" + name)
      #expect(file.status == 200 && !file.text.isEmpty)
      let tag = try #require(file.headers["etag"])
      let known = try await call("GET", "/" + name, headers: [("if-none-match", "\"x\", \(tag)")])
      #expect(known.status == 304 && known.text.isEmpty && known.headers["etag"] == tag)
    }
    let weight = PageFile.allCases.filter { $0 != .description }.reduce(0) { $0 + $1.bytes.count }
    #expect(weight <= 60 << 10)
    // Nothing is asked of another server, and no script is made of text.
    for file in PageFile.allCases where file != .icon && file != .description {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for part in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "https://"] {
        #expect(!text.contains(part), "\(file) \(part)")
      }
      #expect(text.replacing("http://127.0.0.1:8398", with: "").contains("http://") == false)
    }
    var limits = ServiceLimits()
    limits.hasPage = false
    let bare = TextService(version: "1", limits: limits)
    let head = RequestHead(method: "GET", target: "/")
    #expect(await bare.answer(.file(.page), to: head).status == 404)
    #expect(await bare.answer(.file(.description), to: head).status == 200)
  }

  @Test func `what the server says of itself names no path`() async throws {
    let models = try await call("GET", "/v1/models")
    #expect(list(models.json["data"]).compactMap { string($0["id"]) } == ["portugues"])
    #expect(try await call("GET", "/v1/models/portugues").status == 200)
    #expect(try await call("GET", "/v1/models/x").status == 404)
    let unknown = try await call("POST", "/v1/fill", #"{"text":"a","model":"x"}"#)
    #expect(unknown.status == 404 && unknown.text.contains("portugues"))
    let properties = try await call("GET", "/props")
    #expect(properties.json["total_slots"] == .int(64))
    let metrics = try await call("GET", "/metrics")
    #expect(metrics.text.contains("textgen_http_request_duration_seconds"))
    #expect(metrics.text.contains("process_resident_memory_bytes"))
    #expect(try await call("GET", "/health").text == #"{"status":"ok"}"#)
    for reply in [models, properties, metrics] { #expect(!reply.text.contains("checkpoints")) }
  }

  @Test func `a cancelled task gets no answer`() async throws {
    let reading = Task { try await call("POST", "/v1/completions", #"{"max_tokens":4096}"#) }
    reading.cancel()
    #expect(try await reading.value.status == ServiceFailure.clientGone.status)
  }

  /// Any body has an answer, and none is a fault of the server's.
  @Test func `generated bodies are answered or refused`() async throws {
    let names = [
      "prompt", "text", "n", "max_tokens", "n_predict", "temperature", "seed", "stop", "stream",
      "logprobs", "echo", "count", "content", "tokens", "top_k", "logit_bias", "input_suffix", "x",
      "model", "partial", "fold", "ttl_seconds", "add", "k",
    ]
    let values = [
      "0", "1", "-1", "3", "1.5", "1e9", "-9223372036854775809", "true", "null", "\"\"", "\"a\"",
      "\"Os alunos \"", "\"\\u0000é😀\"", "[]", "[1]", "[\"a\",[2]]", "{}", "{\"1\":2}", "[[1,2]]",
      "2e-5", "\"___\"",
    ]
    let paths = [
      "/v1/completions", "/completion", "/infill", "/tokenize", "/detokenize", "/v1/next-words",
      "/v1/fill", "/v1/surprise", "/v1/gates",
    ]
    var generator = SeededGenerator(seed: 11)
    var counts: [Int: Int] = [:]
    for _ in 0..<600 {
      let count = Int.random(in: 0...4, using: &generator)
      let members = Set((0..<count).compactMap { _ in names.randomElement(using: &generator) })
        .sorted().map { "\"\($0)\":\(values.randomElement(using: &generator) ?? "0")" }
      // Few tokens, so that those that are legal take no time.
      let limits =
        members.contains { $0.hasPrefix("\"max_tokens") || $0.hasPrefix("\"n_predict") }
        ? [] : ["\"max_tokens\":2"]
      let path = paths.randomElement(using: &generator) ?? ""
      let isBounded = path.contains("omplet") || path == "/infill"
      let body = "{" + (members + (isBounded ? limits : [])).joined(separator: ",") + "}"
      let reply = try await call("POST", path, body)
      counts[reply.status, default: 0] += 1
      #expect(
        (200..<300).contains(reply.status) || (400..<500).contains(reply.status), "\(path) \(body)")
    }
    #expect((counts[200] ?? 0) > 20 && (counts[400] ?? 0) > 100)
  }
}
