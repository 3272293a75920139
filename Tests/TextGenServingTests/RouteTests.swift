import Testing
import TextGenJSON

@testable import TextGenServing

struct RouteTests {
  private func head(
    _ method: String = "GET", _ target: String = "/health", _ headers: [(String, String)] = []
  ) -> RequestHead {
    RequestHead(
      method: method, target: target,
      headers: ([("Host", "localhost:8398")] + headers).map { (name: $0.0, value: $0.1) })
  }

  private func refusal(_ rules: AccessRules, _ head: RequestHead, needsKey: Bool = true) -> String?
  {
    do throws(ServiceFailure) {
      try rules.check(head, needsKey: needsKey)
      return nil
    } catch {
      return "\(error.status) \(error.code)"
    }
  }

  @Test func `a path and a method are a route, or say why not`() throws {
    #expect(try Route(method: "HEAD", path: "/v1/health") == .health)
    #expect(try Route(method: "GET", path: "/v1/models/portugues") == .model("portugues"))
    #expect(try Route(method: "DELETE", path: "/v1/sessions/s-1") == .eraseSession("s-1"))
    #expect(
      try Route(method: "POST", path: "/v1/sessions/s-1/keyboard") == .keyboard(session: "s-1"))
    for path in ["/v1/models/", "/v1/sessions//keyboard", "/v1/sessions/a/b", "/../etc", ""] {
      let failure = #expect(throws: ServiceFailure.self) { try Route(method: "GET", path: path) }
      #expect(failure?.status == 404)
    }
    let chat = #expect(throws: ServiceFailure.self) {
      try Route(method: "POST", path: "/v1/chat/completions")
    }
    #expect(chat?.message.contains("does not chat") == true)
    let failure = #expect(throws: ServiceFailure.self) { try Route(method: "GET", path: "/infill") }
    #expect(failure?.status == 405 && failure?.allowedMethods == ["POST"])
    let answer = ServiceAnswer.failure(try #require(failure))
    #expect(answer.headers.contains { $0.name == "allow" && $0.value == "POST" })
  }

  @Test(
    arguments: [
      ("localhost", nil), ("LOCALHOST:8398", nil), ("127.0.0.1:8398", nil), ("[::1]:8398", nil),
      ("[::1]", nil), ("localhost:80", "403 bad_host"), ("evil.example", "403 bad_host"),
      ("evil.example:8398", "403 bad_host"), ("localhost:", "403 bad_host"),
      ("localhost:8398x", "403 bad_host"), ("localhost.evil.example", "403 bad_host"),
      ("", "403 bad_host"), ("[::1", "403 bad_host"),
    ])
  func `only names of this server are its host`(_ host: String, _ expected: String?) {
    var rules = AccessRules()
    rules.port = 8398
    #expect(refusal(rules, head("GET", "/", [("host", host)])) == expected)
  }

  @Test func `a word of a path and a query may have any letters`() throws {
    #expect(
      try Route(method: "DELETE", path: "/v1/sessions/s-1/words/n%C3%a3o")
        == .forgetWord("não", session: "s-1"))
    for word in ["%", "%C3", "%zz", "%+1", "%C"] {
      #expect(throws: ServiceFailure.self) {
        try Route(method: "DELETE", path: "/v1/sessions/s-1/words/\(word)")
      }
    }
    let head = head("GET", "/v1/memory?a=1&prefix=%c3%a9&count=3#count=4")
    #expect(head.query("prefix") == "é" && head.query("count") == "3" && head.query("b") == nil)
  }

  @Test func `a request without a host is refused`() {
    #expect(refusal(AccessRules(), RequestHead(method: "GET", target: "/")) == "403 bad_host")
  }

  @Test(
    arguments: [
      ("http://localhost:8398", nil), ("https://127.0.0.1:8398", nil), ("null", "403 bad_origin"),
      ("http://evil.example", "403 bad_origin"), ("http://localhost:1", "403 bad_origin"),
      ("https://friend.example", nil), ("https://friend.example.evil", "403 bad_origin"),
      ("file://", "403 bad_origin"), ("", "403 bad_origin"),
    ])
  func `pages of other origins are refused`(_ origin: String, _ expected: String?) {
    var rules = AccessRules()
    rules.port = 8398
    rules.origins = ["https://friend.example"]
    let head = head("POST", "/", [("Origin", origin)])
    #expect(refusal(rules, head) == expected)
    #expect(rules.sharingHeaders(for: head).isEmpty == (origin != "https://friend.example"))
  }

  @Test func `what a browser says of another site is believed`() {
    #expect(
      refusal(AccessRules(), head("GET", "/", [("Sec-Fetch-Site", "cross-site")]))
        == "403 bad_origin")
    #expect(refusal(AccessRules(), head("GET", "/", [("Sec-Fetch-Site", "same-origin")])) == nil)
  }

  @Test(
    arguments: [
      ("GET", "/", "navigate", "document", nil),
      ("GET", "/?modo=aac", "navigate", "document", nil),
      ("GET", "/", "navigate", "iframe", "403 bad_origin"),
      ("GET", "/", "no-cors", "image", "403 bad_origin"),
      ("GET", "/app.js", "navigate", "document", "403 bad_origin"),
      ("GET", "/metrics", "navigate", "document", "403 bad_origin"),
      ("POST", "/", "navigate", "document", "403 bad_origin"),
    ] as [(String, String, String, String, String?)])
  func `a link of another site leads to the page, and to nothing else`(
    _ method: String, _ target: String, _ mode: String, _ destination: String, _ expected: String?
  ) {
    let headers = [
      ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination),
    ]
    #expect(refusal(AccessRules(), head(method, target, headers)) == expected)
  }

  @Test func `where there are keys one is needed`() {
    var rules = AccessRules()
    rules.keys = ["segredo", "outro"]
    for (value, expected) in [
      (nil, "401 invalid_api_key"), ("Bearer segredo", nil), ("bearer outro", nil),
      ("Bearer segred", "401 invalid_api_key"), ("Bearer segredox", "401 invalid_api_key"),
      ("Bearer ", "401 invalid_api_key"), ("Basic segredo", "401 invalid_api_key"),
    ] as [(String?, String?)] {
      let head = head("GET", "/", value.map { [("Authorization", $0)] } ?? [])
      #expect(refusal(rules, head) == expected)
    }
    #expect(refusal(rules, head(), needsKey: false) == nil)
  }

  @Test func `the log has a request's route and figures`() {
    var record = RequestRecord(method: "POST")
    record.route = "/v1/completions"
    (record.status, record.bytes, record.duration) = (200, 30, .milliseconds(12))
    #expect(record.text(at: "now") == "now POST /v1/completions 200 30 bytes 12.0 ms")
    record.tokens = 4
    #expect(record.text(at: "now").hasSuffix(" 12.0 ms 4 tokens"))
    #expect(record.json(at: "now")["tokens"] == .int(4))
  }

  @Test func `requests are admitted by their heads alone`() throws {
    let service = TextService(version: "1")
    func status(_ head: RequestHead) -> Int? {
      if case .refused(let answer) = service.admit(head) { answer.status } else { nil }
    }
    let json = [("Content-Type", "application/json; charset=utf-8")]
    #expect(status(head()) == nil)
    #expect(status(head("POST", "/v1/fill", json)) == nil)
    #expect(status(head("POST", "/v1/fill?x=1", json)) == nil)
    #expect(status(head("POST", "/v1/fill", [("Content-Type", "text/plain")])) == 415)
    #expect(status(head("POST", "/v1/fill")) == 415)
    #expect(status(head("POST", "/v1/sessions", [("Content-Length", "0")])) == nil)
    #expect(status(head("POST", "/v1/fill", json + [("Content-Length", "1048577")])) == 413)
    #expect(status(head("GET", "/" + String(repeating: "a", count: 2048))) == 414)
    #expect(status(head("GET", "/../../etc/passwd")) == 404)
    #expect(status(head("OPTIONS", "/v1/fill", [("Origin", "http://localhost:8398")])) == 204)
    #expect(status(head("OPTIONS", "/v1/fill", [("Origin", "http://evil.example")])) == 403)
  }

  @Test func `a service without models says that it loads them`() async {
    let service = TextService(version: "1")
    let answer = await service.answer(.health, to: head())
    #expect(answer.status == 503)
    guard case .whole(let bytes) = answer.body else { return }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"error":{"message":"Loading model","type":"unavailable_error","param":null,"code":503}}"#
    )
  }
}
