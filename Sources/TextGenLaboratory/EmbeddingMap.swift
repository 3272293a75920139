package import TextGenLanguageModeling
import TextGenLayers
package import TextGenTokenization

/// Where a model has put a word among its tokens.
package struct EmbeddingMap: Sendable {
  /// The word, or a token near it.
  package struct Neighbour: Sendable, Hashable {
    /// The text of the token.
    package let text: String
    /// The cosine of the angle between both embeddings, from -1 to 1.
    package let similarity: Double
    /// Its place in the plane of the two directions in which the neighbours differ most.
    package let x, y: Double
  }

  /// The word itself and its nearest neighbours, nearest first.
  package let neighbours: [Neighbour]

  /// The tokens that spell `word` as a word of a text: one, where there is a token for all of it, else
  /// its pieces; nil where the model knows no token for a part of it.
  package static func tokens(of word: String, _ tokenizer: any Tokenizer) -> [TokenID]? {
    // In a text most words follow a space, which subwords begin with; one that is in the word already,
    // or a token without one, may be meant, too.
    let forms = tokenizer.unit == .subword && word.first != " " ? [" " + word, word] : [word]
    let encodings = forms.map { tokenizer.encoding(of: $0) }
    let known = encodings.filter { $0.unknownSpellings.isEmpty && !$0.tokens.isEmpty }
    return (known.first { $0.tokens.count == 1 } ?? known.first)?.tokens
  }

  /// The `count` nearest neighbours of the mean of the embeddings of `tokens`, 1 or more, which spell
  /// `word`.
  ///
  /// Tokens that are no text by themselves, such as a part of a code point, and those of the word are
  /// no neighbours.
  package init(_ file: ModelFile, tokens: [TokenID], of word: String, count: Int) {
    precondition(!tokens.isEmpty, "no token of “\(word)”")
    let width = file.configuration.embeddingSize
    let embedding = ParameterLayout(file.configuration).embedding
    let parameters = file.parameters
    func vector(_ token: TokenID) -> [Double] {
      let start = embedding.offset + Int(token) * width
      return parameters[start..<start + width].map(Double.init)
    }
    var own = [Double](repeating: 0, count: width)
    for token in tokens {
      for (column, value) in vector(token).enumerated() {
        own[column] += value / Double(tokens.count)
      }
    }
    let vocabulary = file.tokenizer.vocabulary
    let others = (0..<TokenID(vocabulary.count)).filter {
      !vocabulary.isSpecial($0) && !tokens.contains($0)
        && String(validating: vocabulary.bytes(of: $0), as: UTF8.self) != nil
    }.map { (token: $0, similarity: Self.cosine(own, vector($0))) }
      .sorted {
        $0.similarity == $1.similarity ? $0.token < $1.token : $0.similarity > $1.similarity
      }.prefix(count)
    let places = Self.plane([own] + others.map { vector($0.token) })
    let name = tokens.count == 1 ? vocabulary[tokens[0]] : word
    let texts = [name] + others.map { vocabulary[$0.token] }
    let similarities = [1] + others.map(\.similarity)
    neighbours = texts.indices.map {
      Neighbour(text: texts[$0], similarity: similarities[$0], x: places[$0].0, y: places[$0].1)
    }
  }

  private static func cosine(_ first: [Double], _ second: [Double]) -> Double {
    let norm = dot(first, first) * dot(second, second)
    return norm > 0 ? dot(first, second) / norm.squareRoot() : 0
  }

  private static func dot(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for index in first.indices { sum += first[index] * second[index] }
    return sum
  }

  /// The first two principal components (Pearson 1901) of each of `vectors`, by power iteration.
  private static func plane(_ vectors: [[Double]]) -> [(Double, Double)] {
    guard let width = vectors.first?.count, width > 0 else { return vectors.map { _ in (0, 0) } }
    let means = (0..<width).map { column in
      vectors.reduce(0.0) { $0 + $1[column] } / Double(vectors.count)
    }
    let centred = vectors.map { vector in zip(vector, means).map { $0 - $1 } }
    let first = axis(centred, besides: nil)
    let second = axis(centred, besides: first)
    return centred.map { (dot($0, first), dot($0, second)) }
  }

  /// The direction in which `vectors` vary most, at a right angle to `other`.
  private static func axis(_ vectors: [[Double]], besides other: [Double]?) -> [Double] {
    let width = vectors[0].count
    // Any start will do that is not at a right angle to the answer.
    var axis = (0..<width).map { 1 / Double(1 + ($0 * 7) % width) }
    for _ in 0..<100 {
      var next = [Double](repeating: 0, count: width)
      for vector in vectors {
        let share = dot(vector, axis)
        for column in 0..<width { next[column] += share * vector[column] }
      }
      if let other {
        let share = dot(next, other)
        for column in 0..<width { next[column] -= share * other[column] }
      }
      let norm = dot(next, next).squareRoot()
      guard norm > 0 else { return axis.map { _ in 0 } }
      axis = next.map { $0 / norm }
    }
    return axis
  }
}
