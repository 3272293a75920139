// Punctuation that may stand in place of the space before a word.

extension WordSearch {
  /// Takes over the probabilities of the marks from `parts`, what the root was split into.
  ///
  /// A mark of several bytes counts as far as one token spells it.
  mutating func noteMarks() {
    markMasses = WordPrediction.marks.map { mark in
      let bytes = Array(mark.utf8)
      return parts.filter { $0.byte == bytes[0] }.reduce(0) { $0 + mass(of: $1, spelling: bytes) }
    }
  }

  private func mass(of part: Part, spelling bytes: [UInt8]) -> Double {
    guard bytes.count > 1 else { return part.mass }
    let path = paths[part.covering.path]
    return part.covering.places.reduce(0) { sum, place in
      let isSpelled =
        table.length(at: place) >= bytes.count
        && bytes.indices.allSatisfy { table.byte(at: place, depth: $0) == bytes[$0] }
      return isSpelled ? sum + path.mass(of: part.covering, at: place) : sum
    }
  }

  /// The marks that may stand in place of the gap, a space, with their probabilities; and that of the
  /// space.
  func marks(_ least: Double) -> (marks: [WordPrediction], space: Double)? {
    guard gap == [0x20], let space = nodes[0].children.first else { return nil }
    let probabilities = Dictionary(uniqueKeysWithValues: zip(WordPrediction.marks, markMasses))
    return (
      WordPrediction.ranked(probabilities.filter { $0.value >= least }), nodes[space].mass
    )
  }
}
