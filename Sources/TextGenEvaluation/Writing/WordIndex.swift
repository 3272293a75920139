/// What stretches of text are made of: code points, or words by number.
protocol TextSymbol: Equatable, Sendable {
  /// A number that equal symbols, and only they, share.
  var value: UInt32 { get }
}

extension Unicode.Scalar: TextSymbol {}

/// A word by its number in a `WordIndex`.
struct WordID: TextSymbol, Hashable {
  /// The number, 1 or more; 0 is any word that the index lacks.
  let value: UInt32
}

/// The words of a few texts, numbered in the order in which they come, whatever the case of their
/// letters.
struct WordIndex {
  private var ids: [[Unicode.Scalar]: UInt32] = [:]

  /// The number of different words.
  var count: Int { ids.count }

  /// The words in `ranges` of `text`, those that are new numbered.
  mutating func add(_ ranges: [Range<Int>], of text: [Unicode.Scalar]) -> [WordID] {
    ranges.map { range in
      let word = Self.lowercased(text[range])
      if let id = ids[word] { return WordID(value: id) }
      let id = UInt32(ids.count + 1)
      ids[word] = id
      return WordID(value: id)
    }
  }

  /// The words of `text`, those of `WordScanner`; those that the index lacks as 0.
  func words(of text: [Unicode.Scalar]) -> [WordID] {
    var word: [Unicode.Scalar] = []
    return WordScanner(text).map { range in
      word.removeAll(keepingCapacity: true)
      for scalar in text[range] { Self.append(scalar, to: &word) }
      return WordID(value: ids[word] ?? 0)
    }
  }

  private static func lowercased(_ word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    word.reduce(into: []) { append($1, to: &$0) }
  }

  /// Appends `scalar` in lower case to `word`.
  private static func append(_ scalar: Unicode.Scalar, to word: inout [Unicode.Scalar]) {
    if scalar.isASCII {
      let isCapital = ("A"..."Z").contains(scalar)
      word.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
    } else {
      word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
}
