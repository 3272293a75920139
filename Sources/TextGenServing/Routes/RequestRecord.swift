package import TextGenJSON

/// A request that was answered: what the log has of it, and no word of what was asked.
package struct RequestRecord: Sendable, Hashable {
  package var method: String
  /// The route, not the path.
  package var route = "other"
  package var status = 0
  /// Bytes of the answer's body.
  package var bytes = 0
  package var duration = Duration.zero
  /// Tokens of the texts that were written to their end; nil where none were asked for.
  package var tokens: Int?

  /// A request that has just come.
  package init(method: String) { self.method = String(method.prefix(20)) }

  /// A line of the log for people, at `time`.
  package func text(at time: String) -> String {
    "\(time) \(method) \(route) \(status) \(bytes) bytes \(milliseconds) ms"
      + (tokens.map { " \($0) tokens" } ?? "")
  }

  /// A line of the log for programs.
  package func json(at time: String) -> JSONValue {
    [
      "time": .string(time), "method": .string(method), "route": .string(route),
      "status": .int(status), "bytes": .int(bytes), "ms": .number(milliseconds),
      "tokens": .optional(tokens.map(JSONValue.int)),
    ]
  }

  private var milliseconds: Double { (duration.seconds * 10_000).rounded() / 10 }
}
