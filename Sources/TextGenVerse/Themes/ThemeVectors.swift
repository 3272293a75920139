/// What words have to do with one another, by how often they come together.
///
///     let vectors = ThemeVectors.portuguese
///     if let sea = vectors.number(of: "mar"), let waves = vectors.number(of: "ondas") {
///       print(vectors.closeness(of: waves, to: vectors.direction(of: [sea])))  // 0.89
///     }
package struct ThemeVectors: Sendable {
  /// Those of Portuguese.
  package static let portuguese = ThemeVectors(
    words: ThemeVocabulary.words, components: ThemeComponents.text,
    scales: ThemeComponents.scales)

  private let numbers: [String: Int]
  /// Of length 1, one after the other.
  private let vectors: [Float]
  private let length: Int

  init(words: [String], components: String, scales: [Double]) {
    numbers = Dictionary(
      words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let length = scales.count
    self.length = length
    let packed = bytes(ofBase64: components)
    var vectors = [Float](repeating: 0, count: words.count * length)
    for word in words.indices where (word + 1) * length <= 2 * packed.count {
      var sum: Float = 0
      for index in 0..<length {
        let place = word * length + index
        let half = place % 2 == 0 ? packed[place / 2] >> 4 : packed[place / 2] & 15
        vectors[place] = Float(Int(half) - 8) * Float(scales[index])
        sum += vectors[place] * vectors[place]
      }
      let norm = sum.squareRoot()
      for index in 0..<length where norm > 0 { vectors[word * length + index] /= norm }
    }
    self.vectors = vectors
  }

  /// How near the vector `number` is to `direction`: 1 for that of a form of the word, about 0 for that of one
  /// that has nothing to do with it.
  package func closeness(of number: Int, to direction: ArraySlice<Float>) -> Float {
    var sum: Float = 0
    var place = number * length
    for value in direction {
      sum += value * vectors[place]
      place += 1
    }
    return sum
  }

  /// The direction in which the vectors `numbers` lie together.
  package func direction(of numbers: [Int]) -> ArraySlice<Float> {
    var sum = [Float](repeating: 0, count: length)
    for number in numbers {
      for index in 0..<length { sum[index] += vectors[number * length + index] }
    }
    let norm = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return norm > 0 ? sum.map { $0 / norm }[...] : sum[...]
  }

  /// The number of the vector of a word, or of the one of which it is a form; nil where there is none.
  package func number(of word: String) -> Int? {
    if let number = numbers[word] { return number }
    for (ending, other) in Self.forms where word.hasSuffix(ending) {
      if let number = numbers[word.dropLast(ending.count) + other] { return number }
    }
    return nil
  }

  /// Endings of forms, and those that words have in the list.
  private static let forms = [
    ("ões", "ão"), ("ães", "ão"), ("ns", "m"), ("ais", "al"), ("éis", "el"), ("óis", "ol"),
    ("es", ""), ("as", "o"), ("s", ""), ("a", "o"),
  ]
}
