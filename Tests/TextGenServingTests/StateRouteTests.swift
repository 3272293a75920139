import Testing
import TextGen
import TextGenJSON
import TextGenTestSupport

@testable import TextGenServing

/// What a server says of itself, and that it answers anything.
struct StateRouteTests {
  private func call(
    _ method: String, _ path: String, _ body: String = "", headers: [(String, String)] = []
  ) async throws -> ServiceClient.Reply {
    await (try ServiceClient.shared.get()).call(method, path, body, headers: headers)
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
    // Of these 8 KiB are for the keys and the scanning of people who write with switches, and for refusals in
    // Portuguese.
    #expect(weight <= 80 << 10)
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
    #expect(metrics.text.contains("# TYPE process_resident_memory_bytes gauge\n"))
    #expect(metrics.text.contains("# TYPE process_cpu_seconds_total counter\n"))
    #expect(metrics.text.contains("\nprocess_start_time_seconds "))
    #expect(metrics.text.contains(",model=\"portugues\",precision=\""))
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
      "/v1/fill", "/v1/surprise", "/v1/gates", "/v1/sample", "/v1/verse",
    ]
    var generator = SeededGenerator(seed: 11)
    var counts: [Int: Int] = [:]
    for _ in 0..<600 {
      let count = Int.random(in: 0...4, using: &generator)
      let members = Set((0..<count).compactMap { _ in names.randomElement(using: &generator) })
        .sorted().map { "\"\($0)\":\(values.randomElement(using: &generator) ?? "0")" }
      let path = paths.randomElement(using: &generator) ?? ""
      // Few tokens, so that those that are legal take no time.
      let limits =
        path == "/v1/sample"
        ? ["\"length\":2"]
        : members.contains { $0.hasPrefix("\"max_tokens") || $0.hasPrefix("\"n_predict") }
          ? [] : ["\"max_tokens\":2"]
      let isBounded = path.contains("omplet") || ["/infill", "/v1/sample"].contains(path)
      let body = "{" + (members + (isBounded ? limits : [])).joined(separator: ",") + "}"
      let reply = try await call("POST", path, body)
      counts[reply.status, default: 0] += 1
      #expect(
        (200..<300).contains(reply.status) || (400..<500).contains(reply.status), "\(path) \(body)")
    }
    #expect((counts[200] ?? 0) > 20 && (counts[400] ?? 0) > 100)
  }
}
