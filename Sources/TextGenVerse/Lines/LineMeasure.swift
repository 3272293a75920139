package import TextGenProsody

/// What the metre knows of the beginning of a line.
///
/// A word is added only where one count is likely, so one number of syllables is enough.
package struct LineMeasure: Sendable, Hashable {
  /// Syllables so far.
  package fileprivate(set) var count = 0
  /// The stresses so far that the metre asks for; `StressDemand.caesura` for a caesura.
  fileprivate(set) var stresses: UInt32 = 0
  /// How the last word ends; 0 at the beginning.
  fileprivate(set) var edge = 0
  /// Whether the last syllable has as many vowels as it can hold.
  fileprivate(set) var isFull = false

  init() {}

  /// A measure in a table.
  init(count: Int, stresses: UInt32, edge: Int, isFull: Bool) {
    (self.count, self.stresses, self.edge, self.isFull) = (count, stresses, edge, isFull)
  }
}

/// The stresses that a metre asks for.
package struct StressDemand: Sendable, Hashable {
  /// The syllables of a line up to its last stress.
  let count: Int
  /// One of these has to be there; bit i - 1 is position i.
  let patterns: [UInt32]
  /// All bits that matter.
  let relevant: UInt32

  /// Stands for a caesura after the sixth syllable.
  static let caesura: UInt32 = 1 << 31
  private static let caesuraPosition = 6

  package init(_ metre: Metre) {
    count = metre.count
    patterns = metre.plainPatterns.map { pattern in
      pattern.positions.reduce(pattern.hasCaesura ? Self.caesura : 0) { bits, position in
        position == metre.count ? bits : bits | 1 << UInt32(position - 1)
      }
    }
    relevant = patterns.reduce(0, |)
  }

  /// The measure of an empty line.
  package var start: LineMeasure { LineMeasure() }

  /// The measure of the line with one word more; nil where that is too long, or may be counted otherwise.
  package func measure(
    after shape: ShapeTable.Shape, _ pause: Pause, in measure: LineMeasure, of table: ShapeTable
  ) -> LineMeasure? {
    var next = measure
    var first = measure.count
    switch table.junction(measure.edge, shape, pause) {
    case .unclear: return nil
    case .apart:
      first += 1
      next.isFull = false
    case .joined:
      if measure.isFull { return nil }
      next.isFull = true
    case .fused: break
    }
    next.count = first + shape.syllables - 1
    guard next.count <= count else { return nil }
    if shape.syllables > 1 { next.isFull = false }
    next.stresses |= shape.stresses << UInt32(first - 1) & relevant & ~Self.caesura
    if relevant & Self.caesura != 0 {
      let endsHalf = shape.isOxytone && next.count == Self.caesuraPosition
      let joinsHalves =
        first == measure.count && table.isParoxytone(measure.edge)
        && first == Self.caesuraPosition + 1
      if endsHalf || joinsHalves { next.stresses |= Self.caesura }
    }
    next.edge = shape.edge
    return next
  }

  /// Whether a line at `measure` that ends with `shape`, the shape of a last word, has the metre.
  package func ends(
    with shape: ShapeTable.Shape, _ pause: Pause, in measure: LineMeasure, of table: ShapeTable
  ) -> Bool {
    guard let end = self.measure(after: shape, pause, in: measure, of: table), end.count == count
    else { return false }
    return patterns.contains { $0 & ~end.stresses == 0 }
  }
}
