import Testing
import TextGen
import TextGenJSON

@testable import TextGenServing

/// Routes that find words and tell what a text costs, with a model of the box.
struct WordRouteTests {
  private func call(
    _ method: String, _ path: String, _ body: String = "", headers: [(String, String)] = []
  ) async throws -> ServiceClient.Reply {
    await (try ServiceClient.shared.get()).call(method, path, body, headers: headers)
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
    let model = try ServiceClient.shared.get().model
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

  @Test func `the letters that may come next are told with the words`() async throws {
    func letters(_ more: String) async throws -> [String: Double] {
      let body = #"{"text":"Ontem os alunos ti","letters":true\#(more)}"#
      let reply = try await call("POST", "/v1/next-words", body)
      #expect(reply.status == 200)
      let found = list(reply.json["letters"]).compactMap { letter -> (String, Double)? in
        guard let text = string(letter["text"]), case .number(let share)? = letter["probability"]
        else { return nil }
        return (text, share)
      }
      return Dictionary(uniqueKeysWithValues: found)
    }
    let all = try await letters("")
    #expect(all.values.reduce(0, +) <= 1.001 && all.keys.allSatisfy { $0.count == 1 })
    #expect((all["r"] ?? 0) > 0.01 && (all["v"] ?? 0) > 0.01, "\(all)")
    #expect(try await letters(#","count":1"#) == all)
    #expect(try await letters(#","fold":false"#).isEmpty == false)
    let plain = try await call("POST", "/v1/next-words", #"{"text":"Os alunos "}"#)
    #expect(plain.json["letters"] == nil)
    let both = #"{"text":"Os alunos ","letters":true,"finish":true}"#
    #expect(try await call("POST", "/v1/next-words", both).status == 400)
  }

  @Test func `blanks are filled as complete fills them`() async throws {
    let model = try ServiceClient.shared.get().model
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

  @Test func `gates are those of the most telling units`() async throws {
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
}
