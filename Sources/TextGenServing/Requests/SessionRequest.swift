/// A request of `POST /v1/sessions`.
package struct SessionRequest: Sendable, Hashable {
  /// What a session learns with.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    case memory
    case both
  }

  package var model: String?
  package var method: Method
  /// Seconds since its last use after which a session is forgotten.
  package var lifetime: Int
  /// Whether what it learns is there the next time.
  package var remembers: Bool

  /// Reads a body; an empty one asks for a session like any other.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body.isEmpty ? Array("{}".utf8) : body)
    model = try fields.string("model")
    method = try fields.choice("method", of: Method.allCases) ?? .memory
    remembers = try fields.flag("remember") ?? false
    lifetime = try fields.integer("ttl_seconds", in: 60...86_400) ?? 1800
    try fields.finish()
  }
}
