// The levels of a model as bytes of a file, half as many as in memory.
//
// A family is what the n-grams of a level that go on the same context are to it: siblings. The families of a
// level follow each other in the order of their contexts in the level above; the first level is one family:
//
//     number of siblings │ last token of the first │ of the second, less that of the first and 1 │ …
//
// Numbers take seven bits a byte, lowest first, the highest bit saying that more follow (LEB128).

/// The n-grams of one length as bytes.
package struct EncodedLevel: Sendable, Hashable {
  /// The families.
  package var families: [UInt8]
  /// The code of each n-gram's probability.
  package var probabilities: [UInt8]
  /// The code of what each context leaves to shorter ones, of those that have a family.
  package var backoffs: [UInt8]

  /// A level of these bytes.
  package init(families: [UInt8], probabilities: [UInt8], backoffs: [UInt8]) {
    self.families = families
    self.probabilities = probabilities
    self.backoffs = backoffs
  }

  /// The bytes of a number.
  static func size(_ number: Int) -> Int { number < 1 << 7 ? 1 : number < 1 << 14 ? 2 : 3 }
}

/// Why bytes are no n-grams.
package struct EncodedLevelError: Error, Hashable, CustomStringConvertible {
  package let description: String

  /// An error with a sentence's end.
  init(_ description: String) { self.description = description }
}

extension NGramModel {
  /// The levels as bytes.
  package var encodedLevels: [EncodedLevel] {
    levels.indices.map { index in
      let level = levels[index]
      var result = EncodedLevel(
        families: [], probabilities: level.probabilities, backoffs: [])
      let parents = index == 0 ? 1 : levels[index - 1].tokens.count
      for parent in 0..<parents {
        let family =
          index == 0 ? 0..<level.tokens.count : children(of: parent, level: index - 1)
        result.families.append(number: family.count)
        var previous = -1
        for node in family {
          result.families.append(number: Int(level.tokens[node]) - previous - 1)
          previous = Int(level.tokens[node])
        }
      }
      if index + 1 < levels.count {
        result.backoffs = level.backoffs.indices.compactMap { node in
          children(of: node, level: index).isEmpty ? nil : level.backoffs[node]
        }
      }
      return result
    }
  }

  /// A model of the bytes of its levels.
  ///
  /// - Throws: `EncodedLevelError` where they do not fit together.
  package init(single: [Float], encoded: [EncodedLevel]) throws(EncodedLevelError) {
    var decoder = try LevelDecoder(single: single)
    for level in encoded {
      try decoder.add(
        families: level.families.span, probabilities: level.probabilities, backoffs: level.backoffs)
    }
    self = try decoder.model()
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: Int) {
    var rest = number
    while rest >= 1 << 7 {
      append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
