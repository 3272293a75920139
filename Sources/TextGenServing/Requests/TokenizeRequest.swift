/// A request of `/tokenize`.
package struct TokenizeRequest: Sendable, Hashable {
  package var model: String?
  package var content: String
  /// Whether each token comes with its text.
  package var withPieces: Bool

  /// Reads a body.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    model = try fields.string("model")
    content = try fields.neededString("content")
    withPieces = try fields.flag("with_pieces") ?? false
    fields.ignore(["add_special", "parse_special"])
    try fields.finish()
  }
}
