/// A request of `/v1/surprise`.
package struct SurpriseRequest: Sendable, Hashable {
  /// Bytes of text at most.
  package static let limit = 100 << 10

  package var model: String?
  package var text: String

  /// Reads a body.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    model = try fields.string("model")
    text = try fields.neededString("text")
    guard text.utf8.count <= Self.limit else {
      throw .tooLarge(
        "text has \(text.utf8.count) bytes, but at most \(Self.limit) are scored at once",
        field: "text")
    }
    try fields.finish()
  }
}
