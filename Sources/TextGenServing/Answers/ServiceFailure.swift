package import TextGenJSON

/// Why a request has no answer but this one: a status, a kind, a code and a sentence.
package struct ServiceFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Kinds of failures, as clients tell them apart.
  package enum Kind: String, Sendable, Hashable {
    case invalidRequest = "invalid_request_error"
    case authentication = "authentication_error"
    case permission = "permission_error"
    case server = "server_error"
    case unavailable = "unavailable_error"
  }

  /// The status of HTTP.
  package var status: Int
  package var kind: Kind
  /// What it is, for programs.
  package var code: String
  /// What was found and what was expected, for people.
  package var message: String
  /// The field of the request that is to blame, where one is: `choices[3].text`.
  package var field: String?
  /// Seconds, at least 1, after which a client may try again.
  package var retrySeconds: Int?
  /// The methods that the route has, where the one of the request is none of them.
  package var allowedMethods: [String] = []

  /// A failure of the given status.
  package init(
    status: Int, _ kind: Kind, code: String, _ message: String, field: String? = nil,
    retrySeconds: Int? = nil
  ) {
    self.status = status
    self.kind = kind
    self.code = code
    self.message = message
    self.field = field
    self.retrySeconds = retrySeconds
  }

  /// The sentence.
  package var description: String { message }

  /// The body of the answer.
  package var json: JSONValue {
    [
      "error": [
        "message": .string(message), "type": .string(kind.rawValue),
        "param": .optional(field.map(JSONValue.string)),
        // llama.cpp's clients know a server that loads by the number.
        "code": kind == .unavailable ? .int(status) : .string(code),
      ]
    ]
  }
}

extension ServiceFailure {
  /// A field whose value is not what it must be.
  package static func invalidValue(_ field: String, _ message: String) -> ServiceFailure {
    ServiceFailure(status: 400, .invalidRequest, code: "invalid_value", message, field: field)
  }

  /// A field that must be there.
  package static func missing(_ field: String) -> ServiceFailure {
    ServiceFailure(
      status: 400, .invalidRequest, code: "missing_field", "\(field) is missing", field: field)
  }

  /// A field that means something, but not here.
  package static func unsupported(_ field: String, _ message: String) -> ServiceFailure {
    ServiceFailure(status: 400, .invalidRequest, code: "unsupported_field", message, field: field)
  }

  /// A field of no meaning.
  package static func unknown(_ field: String) -> ServiceFailure {
    ServiceFailure(
      status: 400, .invalidRequest, code: "unknown_field",
      "\(field) is no field of this route", field: field)
  }

  /// A body that is not one JSON object.
  package static func notJSON(_ detail: String) -> ServiceFailure {
    ServiceFailure(
      status: 400, .invalidRequest, code: "invalid_json",
      "the body is not one JSON object: \(detail)")
  }

  /// A body, a text or a list that is longer than what is read.
  package static func tooLarge(_ message: String, field: String? = nil) -> ServiceFailure {
    ServiceFailure(status: 413, .invalidRequest, code: "too_large", message, field: field)
  }

  /// Too many requests at once.
  package static func overloaded(_ message: String) -> ServiceFailure {
    ServiceFailure(status: 503, .server, code: "overloaded", message, retrySeconds: 1)
  }

  /// A server that is about to end.
  package static let stopping = ServiceFailure(
    status: 503, .server, code: "stopping", "the server is stopping", retrySeconds: 5)

  /// A server whose models are not loaded yet.
  package static let loading = ServiceFailure(
    status: 503, .unavailable, code: "loading", "Loading model", retrySeconds: 1)

  /// A client that has gone; nobody reads this.
  package static let clientGone = ServiceFailure(
    status: 499, .server, code: "client_gone", "the client has gone")

  /// A client that doesn't read what is written for it.
  package static let slowReader = ServiceFailure(
    status: 503, .server, code: "slow_reader", "the client did not read for too long")

  /// A memory that stays whose file can't be read or written; the file is not named to clients.
  package static let memoryUnusable = ServiceFailure(
    status: 500, .server, code: "memory_unusable",
    "the file of this server's memory cannot be read or written")

  /// A memory that stays, where there is none.
  package static let noMemory = ServiceFailure(
    status: 404, .invalidRequest, code: "no_memory",
    "this server keeps no memory; start it with --memory")

  /// A name of no model.
  package static func noModel(_ name: String, among names: [String]) -> ServiceFailure {
    ServiceFailure(
      status: 404, .invalidRequest, code: "model_not_found",
      "there is no model \"\(name.prefix(80))\"; the models are \(names.joined(separator: ", "))",
      field: "model")
  }
}
