/// A text with its size, in words or characters, and its place among the texts of that size.
package struct Piece: Sendable, Hashable {
  /// The text itself.
  package let text: String
  /// Its size.
  package let size: Int
  let place: Int
}

/// Pieces of text that are put together to an exact total size.
package struct Mosaic: Sendable {
  /// All pieces, in the order of their list.
  package let pieces: [Piece]
  private let jointSize: Int
  private let isFillable: [Bool]

  /// A mosaic of `texts`, where a joint between two of them adds `jointSize`.
  ///
  /// It fills sizes up to `limit`.
  init(_ texts: [String], jointSize: Int, limit: Int, size: (String) -> Int) {
    var counts: [Int: Int] = [:]
    pieces = texts.map { text in
      let size = size(text)
      defer { counts[size, default: 0] += 1 }
      return Piece(text: text, size: size, place: counts[size, default: 0])
    }
    self.jointSize = jointSize
    var isFillable = [true] + Array(repeating: false, count: limit)
    for total in 1...limit {
      isFillable[total] = counts.keys.contains { size in
        let rest = total - size - jointSize
        return size == total || (rest > 0 && isFillable[rest])
      }
    }
    self.isFillable = isFillable
  }

  /// A mosaic of `texts` measured in words.
  init(words texts: [String]) {
    self.init(texts, jointSize: 0, limit: 60, size: \.wordCount)
  }

  /// Whether some of the pieces have `size` together.
  package func canFill(_ size: Int) -> Bool {
    isFillable.indices.contains(size) && isFillable[size]
  }

  /// Different pieces of exactly `size` together, drawn at random.
  func fill(_ size: Int, using generator: inout some RandomNumberGenerator) -> [Piece] {
    precondition(canFill(size), "no pieces fill \(size) of at most \(isFillable.count - 1)")
    while true {
      var chosen: [Piece] = []
      var left = size
      // A draw that has used up all the pieces that fit begins again.
      for _ in 0..<1_000 where left > 0 {
        let piece = pieces.drawn(using: &generator)
        let isLast = piece.size == left
        let rest = left - piece.size - jointSize
        guard isLast || (rest > 0 && canFill(rest)), !chosen.contains(piece) else { continue }
        chosen.append(piece)
        left = isLast ? 0 : rest
      }
      if left == 0 { return chosen }
    }
  }
}

extension String {
  /// The number of words: what stands between spaces.
  package var wordCount: Int { split(separator: " ").count }
}
