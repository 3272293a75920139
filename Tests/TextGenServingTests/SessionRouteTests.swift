import Foundation
import Testing
import TextGen
import TextGenJSON

@testable import TextGenServing

/// Sessions that learn, with a model of the box.
struct SessionRouteTests {
  private func call(
    _ method: String, _ path: String, _ body: String = "", headers: [(String, String)] = []
  ) async throws -> ServiceClient.Reply {
    await (try ServiceClient.shared.get()).call(method, path, body, headers: headers)
  }

  @Test func `a session learns and is forgotten`() async throws {
    let session = try await call("POST", "/v1/sessions", #"{"ttl_seconds":3600}"#)
    #expect(session.status == 201)
    let id = try #require(string(session.json["id"]))
    #expect(id.count == 34 && id.hasPrefix("s-"))
    let path = "/v1/sessions/\(id)"
    let fresh = try await call("POST", path + "/keyboard", #"{"add":"O Quintanilha","k":3}"#)
    #expect(fresh.status == 200)
    for _ in 0..<4 {
      _ = try await call("POST", path + "/keyboard", #"{"add":" Zebedeu Quintanilha chegou. O"}"#)
    }
    let learned = try await call("POST", path + "/keyboard", #"{"add":" Zebedeu ","k":3}"#)
    #expect(learned.text.contains("Quintanilha"), "\(learned.text)")
    #expect(try await call("GET", path).json["characters"] != .int(0))
    #expect(try await call("POST", path + "/keyboard", #"{"x":1}"#).status == 400)
    #expect(try await call("DELETE", path).status == 204)
    #expect(try await call("GET", path).status == 404)
    #expect(try await call("POST", "/v1/sessions", #"{"method":"both"}"#).status == 400)
  }

  @Test func `a line is counted as the keyboard reads it, and one that is refused not at all`()
    async throws
  {
    let session = try await call("POST", "/v1/sessions")
    let path = "/v1/sessions/" + (try #require(string(session.json["id"])))
    #expect(try await call("POST", path + "/keyboard", #"{"add":"abc","x":1}"#).status == 400)
    #expect(try await call("GET", path).json["characters"] == .int(0))
    #expect(try await call("POST", path + "/keyboard", #"{"add":"ab","add":"cd"}"#).status == 200)
    #expect(try await call("GET", path).json["characters"] == .int(2))
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
    for end in [text, text + "Q", "Zebedeu "] {
      #expect(try await words(end).contains("Quintanilha"), "\(end)")
    }
    let record = try await call("GET", "/v1/sessions/\(id)")
    #expect(record.json["characters"] == .int(text.count))
    let wrong = #"{"text":"a","session":"\#(id)","model":"x"}"#
    #expect(try await call("POST", "/v1/next-words", wrong).status == 404)
    #expect(
      try await call("POST", "/v1/next-words", #"{"text":"a","session":"s-0"}"#).status == 404)
  }

  @Test func `a text that is asked for twice at once is counted and learned once`() async throws {
    let client = try ServiceClient.shared.get()
    let session = try await call("POST", "/v1/sessions")
    let id = try #require(string(session.json["id"]))
    let text = "Zebedeu Quintanilha chegou. Zebedeu "
    let body = #"{"text":"\#(text)","letters":true,"session":"\#(id)"}"#
    await withTaskGroup(of: Int.self) { tasks in
      for _ in 0..<16 {
        tasks.addTask { await client.call("POST", "/v1/next-words", body).status }
      }
      for await status in tasks { #expect(status == 200) }
    }
    #expect(try await call("GET", "/v1/sessions/\(id)").json["characters"] == .int(text.count))
  }

  @Test func `sessions learn no more than they may together`() async throws {
    var limits = ServiceLimits()
    limits.sessionBytes = 1000
    let client = try ServiceClient(limits)
    let session = await client.call("POST", "/v1/sessions")
    let path = "/v1/sessions/" + (try #require(string(session.json["id"])))
    #expect(await client.call("GET", path).json["bytes"] == .int(0))
    let line = #"{"add":"O gato Quintanilha dorme. A casa fica. "}"#
    #expect(await client.call("POST", path + "/keyboard", line).status == 200)
    let bytes = client.service.sessions.byteCount
    #expect(await client.call("GET", path).json["bytes"] == .int(bytes) && bytes > 1000)
    let metrics = await client.call("GET", "/metrics").text
    #expect(metrics.contains("\ntextgen_session_bytes \(bytes)\n"))
    for (path, body) in [(path + "/keyboard", line), ("/v1/sessions", "")] {
      let refused = await client.call("POST", path, body)
      #expect(refused.status == 503)
      #expect(string(refused.json["error"]?["code"]) == "sessions_full")
    }
    // It goes on with what it has.
    let ask = #"{"prefix":"g","k":1}"#
    #expect(await client.call("POST", path + "/keyboard", ask).status == 200)
    #expect(await client.call("DELETE", path).status == 204)
    #expect(try await eventually { client.service.sessions.byteCount == 0 })
    #expect(await client.call("POST", "/v1/sessions").status == 201)
  }

  @Test func `what nobody uses for long is forgotten without a request`() async throws {
    let time = PlannedTime()
    let service = TextService(
      version: "1", clock: ServiceClock(now: { time.now }, date: { 0 }))
    try service.open([try ServiceClient.shared.get().model])
    let head = RequestHead(method: "POST", target: "/v1/sessions")
    #expect(await service.answer(.makeSession, to: head).status == 201)
    let words = Array(#"{"text":"Os alunos "}"#.utf8)
    #expect(await service.answer(.nextWords, to: head, body: words).status == 200)
    time.pass(.seconds(60))
    service.forgetExpired()
    #expect(service.sessions.count == 1 && service.contexts.byteCount > 0)
    time.pass(.seconds(1800))
    service.forgetExpired()
    #expect(service.sessions.count == 0 && service.contexts.byteCount == 0)
  }

  @Test func `a session's memory speaks in completions, too`() async throws {
    let session = try await call("POST", "/v1/sessions")
    let id = try #require(string(session.json["id"]))
    let learned = "Zebedeu Quintanilha chegou. Zebedeu Quintanilha saiu. Zebedeu Quintanilha riu. "
    let path = "/v1/sessions/\(id)/keyboard"
    #expect(try await call("POST", path, #"{"add":"\#(learned)"}"#).status == 200)
    func text(_ more: String) async throws -> String {
      let body = #"{"prompt":"O Zebedeu","max_tokens":6,"temperature":0,"seed":1\#(more)}"#
      let reply = try await call("POST", "/v1/completions", body)
      #expect(reply.status == 200)
      return string(list(reply.json["choices"]).first?["text"]) ?? ""
    }
    let own = #","session":"\#(id)""#
    #expect(try await text(own).contains("Quintanilha"))
    #expect(try await text(own) == text(own))
    #expect(!(try await text("").contains("Quintanilha")))
    let wrong = [#""session":"s-0""#, #""session":"\#(id)","echo":true,"logprobs":1"#]
    #expect(try await call("POST", "/v1/completions", "{\(wrong[0])}").status == 404)
    #expect(try await call("POST", "/v1/completions", "{\(wrong[1])}").status == 400)
  }

  @Test func `words of a session are listed, and forgotten alone`() async throws {
    let session = try await call("POST", "/v1/sessions")
    let path = "/v1/sessions/" + (try #require(string(session.json["id"])))
    let text = "O gato Quintanilha dorme. O gato Quintanilha come. O gato João dorme. "
    #expect(try await call("POST", path + "/keyboard", #"{"add":"\#(text)"}"#).status == 200)
    func words(_ query: String = "") async throws -> [String] {
      list(try await call("GET", path + "/words" + query).json).compactMap { string($0["word"]) }
    }
    #expect(Set(try await words()).isSuperset(of: ["gato", "Quintanilha", "dorme"]))
    #expect(try await words("?prefix=Quin&count=1") == ["Quintanilha"])
    #expect(try await call("GET", path + "/words?count=0").status == 400)
    #expect(try await call("DELETE", path + "/words/Quintanilha").status == 204)
    #expect(try await call("DELETE", path + "/words/Jo%C3%A3o").status == 204)
    let left = Set(try await words())
    #expect(left.contains("gato") && left.isDisjoint(with: ["Quintanilha", "João"]))
    // The session goes on with the text that it had.
    #expect(try await call("POST", path + "/keyboard", #"{"prefix":"d","k":1}"#).status == 200)
  }

  @Test func `what is learned while it is kept is kept once`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let client = try ServiceClient(memory: MemoryFile(folder.path + "/memory.safetensors"))
    let session = await client.call("POST", "/v1/sessions", #"{"remember":true}"#)
    let path = "/v1/sessions/" + (try #require(string(session.json["id"])))
    await withTaskGroup(of: Void.self) { tasks in
      for number in 0..<40 {
        tasks.addTask {
          if number == 20 {
            _ = await client.call("DELETE", path + "/words/dorme")
          } else if number.isMultiple(of: 2) {
            _ = await client.call("GET", "/v1/memory")
          } else {
            let line = #"{"add":"O gato Quintanilha dorme. A casa \#(number) fica. "}"#
            _ = await client.call("POST", path + "/keyboard", line)
          }
        }
      }
    }
    let kept = await client.call("GET", "/v1/memory?count=1000").json["words"]
    let learned = await client.call("GET", path + "/words?count=1000").json
    #expect(list(learned).contains { $0["word"] == "Quintanilha" })
    #expect(kept == learned)
  }

  @Test func `what a session remembers is there in the next one, until it is erased`() async throws
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let client = try ServiceClient(memory: MemoryFile(folder.path + "/memory.safetensors"))
    func begin(_ body: String = #"{"remember":true}"#) async throws -> String {
      let session = await client.call("POST", "/v1/sessions", body)
      #expect(session.status == 201 && session.json["remembers"] == .bool(body != "{}"))
      return "/v1/sessions/" + (try #require(string(session.json["id"])))
    }
    let first = try await begin()
    let text = "O Zebedeu Quintanilha chegou. O Zebedeu Quintanilha saiu. "
    _ = await client.call("POST", first + "/keyboard", #"{"add":"\#(text)"}"#)
    let memory = await client.call("GET", "/v1/memory?count=3")
    #expect(list(memory.json["words"]).compactMap { string($0["word"]) }.contains("Quintanilha"))
    let ask = #"{"add":"O Zebedeu ","k":5}"#
    let second = try await begin()
    #expect(await client.call("POST", second + "/keyboard", ask).text.contains("Quintanilha"))
    let plain = try await begin("{}")
    let fresh = await client.call("POST", plain + "/keyboard", ask)
    #expect(!fresh.text.contains("Quintanilha"))
    #expect(await client.call("DELETE", second + "/words/Quintanilha").status == 204)
    #expect(!(await client.call("GET", "/v1/memory").text.contains("Quintanilha")))
    #expect(await client.call("DELETE", "/v1/memory").status == 204)
    #expect(await client.call("GET", first).status == 404)
    #expect(await client.call("GET", "/v1/memory").json["sequences"] == .int(0))
    let last = try await begin()
    #expect(await client.call("POST", last + "/keyboard", ask).text == fresh.text)
    // Where there is no memory, that is said.
    #expect(try await call("GET", "/v1/memory").status == 404)
    #expect(try await call("DELETE", "/v1/memory").status == 404)
    #expect(try await call("POST", "/v1/sessions", #"{"remember":true}"#).status == 400)
  }
}
