/// What a request asks for.
package enum Route: Sendable, Hashable {
  /// A file of the page, or the description of all routes.
  case file(PageFile)
  case health
  case models
  case model(String)
  case properties
  case slots
  case metrics
  case completions
  case llamaCompletion
  case infill
  case tokenize
  case detokenize
  case nextWords
  case fill
  case surprise
  case gates
  case sample
  case verse
  case makeSession
  case session(String)
  case eraseSession(String)
  case keyboard(session: String)
  case sessionWords(String)
  case forgetWord(String, session: String)
  case memory
  case eraseMemory
}

extension Route {
  /// The route of a path, without its query, and a method; `HEAD` is answered as `GET`.
  ///
  /// - Throws: `ServiceFailure`, 404 for the path or 405 for the method.
  package init(method: String, path: String) throws(ServiceFailure) {
    let routes = Self.routes(of: path)
    guard !routes.isEmpty else { throw Self.noRoute(path) }
    let wanted = method == "HEAD" ? "GET" : method
    guard let route = routes.first(where: { $0.method == wanted })?.route else {
      let methods = routes.flatMap { $0.method == "GET" ? ["GET", "HEAD"] : [$0.method] }
      var failure = ServiceFailure(
        status: 405, .invalidRequest, code: "method_not_allowed",
        "\(method.prefix(20)) is no method of this route; it has \(methods.joined(separator: ", "))"
      )
      failure.allowedMethods = methods
      throw failure
    }
    self = route
  }

  /// The methods that the path has.
  package static func methods(of path: String) -> [String] { routes(of: path).map(\.method) }

  private static func routes(of path: String) -> [(method: String, route: Route)] {
    if let file = PageFile(path: path) { return [("GET", .file(file))] }
    switch path {
    case "/health", "/v1/health": return [("GET", .health)]
    case "/v1/models", "/models": return [("GET", .models)]
    case "/props": return [("GET", .properties)]
    case "/slots": return [("GET", .slots)]
    case "/metrics": return [("GET", .metrics)]
    case "/v1/completions": return [("POST", .completions)]
    case "/completion", "/completions": return [("POST", .llamaCompletion)]
    case "/infill": return [("POST", .infill)]
    case "/tokenize": return [("POST", .tokenize)]
    case "/detokenize": return [("POST", .detokenize)]
    case "/v1/next-words": return [("POST", .nextWords)]
    case "/v1/fill": return [("POST", .fill)]
    case "/v1/surprise": return [("POST", .surprise)]
    case "/v1/gates": return [("POST", .gates)]
    case "/v1/sample": return [("POST", .sample)]
    case "/v1/verse": return [("POST", .verse)]
    case "/v1/sessions": return [("POST", .makeSession)]
    case "/v1/memory": return [("GET", .memory), ("DELETE", .eraseMemory)]
    default: break
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4, parts[0] == "", parts[1] == "v1", !parts[3].isEmpty else { return [] }
    switch (parts[2], parts.count) {
    case ("models", 4): return [("GET", .model(parts[3]))]
    case ("sessions", 4):
      return [("GET", .session(parts[3])), ("DELETE", .eraseSession(parts[3]))]
    case ("sessions", 5) where parts[4] == "keyboard":
      return [("POST", .keyboard(session: parts[3]))]
    case ("sessions", 5) where parts[4] == "words": return [("GET", .sessionWords(parts[3]))]
    case ("sessions", 6) where parts[4] == "words" && !parts[5].isEmpty:
      guard let word = PercentEncoding.decoded(parts[5]) else { return [] }
      return [("DELETE", .forgetWord(word, session: parts[3]))]
    default: return []
    }
  }

  static func noRoute(_ path: String) -> ServiceFailure {
    let message =
      path.hasSuffix("/chat/completions")
      ? "this model continues text and does not chat; use /v1/completions"
      : "there is no such route"
    return ServiceFailure(status: 404, .invalidRequest, code: "unknown_route", message)
  }

  /// What it is called in metrics and the log: no path of a client.
  package var name: String {
    switch self {
    case .file(let file): file.rawValue
    case .health: "/health"
    case .models: "/v1/models"
    case .model: "/v1/models/{id}"
    case .properties: "/props"
    case .slots: "/slots"
    case .metrics: "/metrics"
    case .completions: "/v1/completions"
    case .llamaCompletion: "/completion"
    case .infill: "/infill"
    case .tokenize: "/tokenize"
    case .detokenize: "/detokenize"
    case .nextWords: "/v1/next-words"
    case .fill: "/v1/fill"
    case .surprise: "/v1/surprise"
    case .gates: "/v1/gates"
    case .sample: "/v1/sample"
    case .verse: "/v1/verse"
    case .makeSession: "/v1/sessions"
    case .session, .eraseSession: "/v1/sessions/{id}"
    case .keyboard: "/v1/sessions/{id}/keyboard"
    case .sessionWords: "/v1/sessions/{id}/words"
    case .forgetWord: "/v1/sessions/{id}/words/{word}"
    case .memory, .eraseMemory: "/v1/memory"
    }
  }

  /// Whether it has a body.
  package var takesBody: Bool {
    switch self {
    case .completions, .llamaCompletion, .infill, .tokenize, .detokenize, .nextWords, .fill,
      .surprise, .gates, .sample, .verse, .makeSession, .keyboard:
      true
    default: false
    }
  }

  /// Whether it needs no key: what only says that the server lives, and what everybody has who has the program.
  package var isFree: Bool { if case .file = self { true } else { self == .health } }
}
