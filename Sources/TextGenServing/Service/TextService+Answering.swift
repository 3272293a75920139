import TextGenJSON

extension TextService {
  /// What becomes of a request before its body is read.
  package enum Admission: Sendable {
    case admitted(Route)
    case refused(ServiceAnswer)
  }

  /// Decides whether a request may be made at all: by its host, its origin, its key, its route and the type
  /// and length of its body.
  package func admit(_ head: RequestHead) -> Admission {
    do throws(ServiceFailure) {
      if head.method == "OPTIONS" { return .refused(try preflight(head)) }
      return .admitted(try route(head))
    } catch {
      return .refused(.failure(error))
    }
  }

  private func route(_ head: RequestHead) throws(ServiceFailure) -> Route {
    guard head.target.utf8.count <= limits.target else {
      throw ServiceFailure(
        status: 414, .invalidRequest, code: "too_large",
        "the address has \(head.target.utf8.count) bytes, but at most \(limits.target) are read")
    }
    let found = Result { () throws(ServiceFailure) in
      try Route(method: head.method, path: head.path)
    }
    let isFree = (try? found.get())?.isFree ?? false
    try rules.check(head, needsKey: !isFree)
    let route = try found.get()
    guard route.takesBody else { return route }
    if let type = head["content-type"] {
      let name = type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
      guard name == "application/json" else { throw Self.notJSON }
    } else if head["content-length"] != "0" || head["transfer-encoding"] != nil {
      throw Self.notJSON
    }
    if let text = head["content-length"], let length = Int(text), length > limits.body {
      throw bodyTooLarge
    }
    return route
  }

  /// What a browser asks before a page of another origin may send a request.
  private func preflight(_ head: RequestHead) throws(ServiceFailure) -> ServiceAnswer {
    try rules.check(head, needsKey: false)
    let methods = Route.methods(of: head.path)
    guard !methods.isEmpty else { throw Route.noRoute(head.path) }
    var answer = ServiceAnswer.empty(status: 204)
    answer.headers += [
      (name: "allow", value: (methods + ["OPTIONS"]).joined(separator: ", ")),
      (name: "access-control-allow-methods", value: methods.joined(separator: ", ")),
      (name: "access-control-allow-headers", value: "authorization, content-type"),
    ]
    return answer
  }

  /// Takes notice of a request that was answered.
  package func didAnswer(_ record: RequestRecord) {
    metrics.didAnswer(record.route, status: record.status, after: record.duration)
  }

  /// The refusal of a body that is longer than what is read.
  package var bodyTooLarge: ServiceFailure {
    .tooLarge("the body has more than \(limits.body) bytes, which is the most that is read")
  }

  /// The bytes of a body at most, and how long they may take to come.
  package var bodyLimit: (bytes: Int, time: Duration) { (limits.body, limits.bodyTime) }

  /// The refusal of a body that takes too long to come.
  package var bodyTooLate: ServiceFailure {
    ServiceFailure(
      status: 408, .invalidRequest, code: "body_timeout",
      "the body did not come within \(limits.bodyTime.components.seconds) s")
  }

  private static let notJSON = ServiceFailure(
    status: 415, .invalidRequest, code: "not_json",
    "the body must have the type application/json")

  /// The answer to a request that was admitted as `route`.
  package func answer(
    _ route: Route, to head: RequestHead, body: [UInt8] = []
  ) async -> ServiceAnswer {
    sessions.removeExpired(now: clock.now())
    do throws(ServiceFailure) {
      return try await find(route, head, body)
    } catch {
      return .failure(error)
    }
  }

  private func find(
    _ route: Route, _ head: RequestHead, _ body: [UInt8]
  ) async throws(ServiceFailure) -> ServiceAnswer {
    switch route {
    case .file(let file):
      guard limits.hasPage || file == .description else { throw Route.noRoute(file.rawValue) }
      return .file(file, known: head["if-none-match"])
    case .health: return try health()
    case .models: return try modelList()
    case .model(let name): return .json(modelRecord(try model(name)))
    case .properties: return try properties()
    case .slots: return try await slots(failsWhenFull: head.query("fail_on_no_slot") == "1")
    case .metrics:
      guard limits.hasMetrics else { throw Route.noRoute("/metrics") }
      return metricsText()
    case .completions: return try await complete(CompletionRequest(body))
    case .llamaCompletion: return try await complete(LlamaRequest(body))
    case .infill: return try await infill(InfillRequest(body))
    case .tokenize: return try await tokenize(TokenizeRequest(body))
    case .detokenize: return try await detokenize(DetokenizeRequest(body))
    case .nextWords: return try await nextWords(NextWordsRequest(body))
    case .fill: return try await fill(FillRequest(body))
    case .surprise: return try await surprise(SurpriseRequest(body))
    case .gates: return try await gates(GatesRequest(body))
    case .sample: return try await sample(SampleRequest(body))
    case .verse: return try await verse(VerseRequest(body))
    case .makeSession: return try await makeSession(SessionRequest(body))
    case .session(let id): return try sessionRecord(id)
    case .eraseSession(let id):
      try sessions.erase(id)
      return .empty(status: 204)
    case .keyboard(let id): return try await keyboard(id, body)
    case .sessionWords(let id): return try await sessionWords(id, head)
    case .forgetWord(let word, let id): return try await forget(word, of: id)
    case .memory: return try await memoryRecord(head)
    case .eraseMemory: return try await eraseMemory()
    }
  }
}
