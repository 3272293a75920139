import TextGenJSON

/// A request of `/detokenize`.
package struct DetokenizeRequest: Sendable, Hashable {
  package var model: String?
  package var tokens: [Int]

  /// Reads a body.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    model = try fields.string("model")
    guard let list = try fields.list("tokens", atMost: 1 << 20) else { throw .missing("tokens") }
    tokens = []
    for (field, value) in list {
      guard let id = RequestFields.integer(value) else {
        throw .invalidValue(field, "\(field) is \(value.kind), but must be the id of a token")
      }
      tokens.append(id)
    }
    try fields.finish()
  }
}
