import TextGenProsody

/// The different shapes of words, numbered, and how each meets each other.
///
/// Ends that meet all beginnings alike have one number, so have beginnings: some twenty of each are left,
/// and few enough shapes for tables over all of them.
package struct ShapeTable: Sendable {
  /// A shape.
  package struct Shape: Sendable, Hashable {
    /// The number of syllables; at the end of a line up to the last stress.
    package let syllables: Int
    /// Bit i: syllable i, from 0, can bear a stress of the line.
    package let stresses: UInt32
    /// How it begins.
    let opening: Int
    /// How it ends; 0 at the end of a line.
    let edge: Int
    let isOxytone: Bool
    /// Whether it may stand before a caesura that falls on its last stress.
    let isParoxytone: Bool
  }

  /// The shapes by number.
  package let shapes: [Shape]
  /// Ends, 0 for the beginning of a line included.
  let edgeCount: Int
  private let openingCount: Int
  /// By edge, opening and pause.
  private let junctions: [Junction]
  /// Whether each end is that of a paroxytone.
  private let areParoxytone: [Bool]

  /// The table of `shapes`, and the number in it of each of them.
  init(_ shapes: [WordShape]) {
    let openings = Numbered(shapes.map(\.opening))
    let edges = Numbered(shapes.map { End(edge: $0.edge, isParoxytone: $0.isParoxytone) })
    let meetings: [[[Junction]]] = edges.values.map { end in
      openings.values.map { opening in
        Pause.allCases.map { end.edge?.junction(with: opening, $0) ?? .apart }
      }
    }
    // Beginnings that all ends meet alike, then ends that meet all of these alike.
    let columns = Numbered(openings.values.indices.map { column in meetings.map { $0[column] } })
    let rows = Numbered(
      edges.values.indices.map { row in
        Row(
          junctions: columns.firsts.map { meetings[row][$0] },
          isParoxytone: edges.values[row].isParoxytone && edges.values[row].edge != nil,
          isEnd: edges.values[row].edge != nil)
      })
    openingCount = columns.values.count
    edgeCount = rows.values.count + 1
    junctions =
      Array(repeating: Junction.apart, count: openingCount * Pause.allCases.count)
      + rows.values.flatMap { $0.junctions.flatMap { $0 } }
    areParoxytone = [false] + rows.values.map(\.isParoxytone)
    let different = Numbered(
      shapes.enumerated().map { index, shape in
        Shape(
          syllables: shape.stresses.count, stresses: Self.bits(shape.stresses),
          opening: columns.numbers[openings.numbers[index]],
          edge: shape.edge == nil ? 0 : rows.numbers[edges.numbers[index]] + 1,
          isOxytone: shape.isOxytone, isParoxytone: shape.isParoxytone)
      })
    self.shapes = different.values
    numbers = different.numbers
  }

  private static func bits(_ stresses: [Bool]) -> UInt32 {
    var bits: UInt32 = 0
    for index in stresses.indices where stresses[index] { bits |= 1 << UInt32(index) }
    return bits
  }

  /// The number of each shape that the table was made of.
  let numbers: [Int]

  /// What becomes of the vowels between a word that ends with `edge` and `shape`.
  func junction(_ edge: Int, _ shape: Shape, _ pause: Pause) -> Junction {
    junctions[(edge * openingCount + shape.opening) * Pause.allCases.count + pause.rawValue]
  }

  /// Whether the word that ends with `edge` is a paroxytone.
  func isParoxytone(_ edge: Int) -> Bool { areParoxytone[edge] }

  private struct End: Hashable {
    let edge: WordEdge?
    let isParoxytone: Bool
  }

  private struct Row: Hashable {
    let junctions: [[Junction]]
    let isParoxytone: Bool
    let isEnd: Bool
  }
}

/// Values without repetition, in the order in which they come.
private struct Numbered<Value: Hashable> {
  private(set) var values: [Value] = []
  /// Where each of them came first.
  private(set) var firsts: [Int] = []
  /// The number of each value that was given.
  private(set) var numbers: [Int] = []

  init(_ all: [Value]) {
    var known: [Value: Int] = [:]
    for (index, value) in all.enumerated() {
      let number = known[value] ?? values.count
      if number == values.count {
        known[value] = number
        values.append(value)
        firsts.append(index)
      }
      numbers.append(number)
    }
  }
}
