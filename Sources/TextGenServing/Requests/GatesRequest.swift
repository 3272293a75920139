/// A request of `/v1/gates`.
package struct GatesRequest: Sendable, Hashable {
  package var model: String?
  package var text: String
  /// The layer, from 0; nil for the top one.
  package var layer: Int?
  /// How many of the most telling units are told, 1 to 64.
  package var unitCount: Int

  /// Reads a body.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    model = try fields.string("model")
    text = try fields.neededString("text")
    layer = try fields.integer("layer", in: 0...63)
    unitCount = try fields.integer("units", in: 1...64) ?? 24
    try fields.finish()
  }
}
