/// A request of `/v1/fill`.
package struct FillRequest: Sendable, Hashable {
  package var model: String?
  /// The text, with `___` where words are missing.
  package var text: String
  /// Candidates for each place, 1 to 100.
  package var count: Int

  /// Reads a body.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    model = try fields.string("model")
    text = try fields.neededString("text")
    count = try fields.integer("count", in: 1...100) ?? 5
    try fields.finish()
  }
}
