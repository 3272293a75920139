/// What one part of a layer's cells did over a text.
package struct UnitActivity: Sendable {
  /// The layer, from 0, lowest first.
  package let layer: Int
  /// The part as the literature calls it: the gates and the candidate (`CellTraits.slotNames`); the cell state
  /// c; the hidden state h.
  package let name: String
  /// (steps, H).
  package let values: [[Float]]

  /// What part `name` of `layer` did: (steps, H).
  package init(layer: Int, name: String, values: [[Float]]) {
    self.layer = layer
    self.name = name
    self.values = values
  }
}
