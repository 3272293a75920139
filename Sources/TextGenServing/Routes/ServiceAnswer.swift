package import TextGenJSON

/// An answer, whole or in pieces.
package struct ServiceAnswer: Sendable {
  /// What is sent after the headers.
  package enum Body: Sendable {
    case whole([UInt8])
    /// Calls the argument with each event, in order; it returns when that is on its way. A task that is
    /// cancelled ends the work.
    case stream(@Sendable (EventSink) async -> Void)
  }

  /// Takes the bytes of events; throws where the client has gone.
  package typealias EventSink = ([UInt8]) async throws -> Void

  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: Body
  /// The tokens of its texts, so far; nil where it has none.
  package var tokens: TokenTally?

  /// An answer with any headers.
  package init(status: Int, headers: [(name: String, value: String)], body: Body) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }
}

extension ServiceAnswer {
  /// The same, whose texts are made of `pieces`.
  func made(of pieces: WrittenPieces) -> ServiceAnswer {
    var answer = self
    answer.tokens = pieces.tally
    return answer
  }

  /// JSON.
  package static func json(_ value: JSONValue, status: Int = 200) -> ServiceAnswer {
    .text(value.bytes, "application/json", status: status)
  }

  /// Bytes of a type.
  package static func text(
    _ bytes: [UInt8], _ type: String, status: Int = 200
  ) -> ServiceAnswer {
    ServiceAnswer(
      status: status, headers: [(name: "content-type", value: type)] + common, body: .whole(bytes))
  }

  /// Nothing but a status.
  package static func empty(status: Int) -> ServiceAnswer {
    ServiceAnswer(status: status, headers: common, body: .whole([]))
  }

  /// Why there is no other answer.
  package static func failure(_ failure: ServiceFailure) -> ServiceAnswer {
    var answer = json(failure.json, status: failure.status)
    if let seconds = failure.retrySeconds {
      answer.headers.append(("retry-after", "\(max(1, seconds))"))
    }
    if !failure.allowedMethods.isEmpty {
      answer.headers.append(("allow", failure.allowedMethods.joined(separator: ", ")))
    }
    if failure.status == 401 { answer.headers.append(("www-authenticate", "Bearer")) }
    if failure.status == 500 { answer.headers.append(("x-should-retry", "false")) }
    return answer
  }

  /// Events, as they come.
  package static func events(
    _ write: @escaping @Sendable (EventSink) async -> Void
  ) -> ServiceAnswer {
    ServiceAnswer(
      status: 200,
      headers: [
        (name: "content-type", value: "text/event-stream"),
        (name: "x-accel-buffering", value: "no"),
      ] + common,
      body: .stream(write))
  }

  /// Headers of all answers: nothing is stored, guessed or shown in another site's page.
  private static let common: [(name: String, value: String)] = [
    (name: "cache-control", value: "no-store"),
    (name: "x-content-type-options", value: "nosniff"),
    (name: "cross-origin-resource-policy", value: "same-origin"),
  ]

  /// An event of a stream.
  package static func event(_ value: JSONValue) -> [UInt8] {
    Array("data: ".utf8) + value.bytes + Array("\n\n".utf8)
  }

  /// A line that is no event.
  package static let ping = Array(": ping\n\n".utf8)

  /// The event that ends a stream of OpenAI's kind.
  package static let done = Array("data: [DONE]\n\n".utf8)
}
