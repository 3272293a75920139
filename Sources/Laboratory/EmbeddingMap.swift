public import LanguageModeling
import Layers
public import Tokenization

/// Where a model has put a token among the others.
public struct EmbeddingMap: Sendable {
  /// A token near the one that was asked for.
  public struct Neighbour: Sendable, Hashable {
    /// The token as it stands in a text.
    public let text: String
    /// The cosine of the angle between both embeddings, from -1 to 1.
    public let similarity: Double
    /// Its place in the plane of the two directions in which the neighbours differ most.
    public let x, y: Double
  }

  /// The token itself and its nearest neighbours, nearest first.
  public let neighbours: [Neighbour]

  /// The `count` nearest neighbours of the embedding of `token`.
  public init(_ file: ModelFile, token: TokenID, count: Int) {
    let width = file.configuration.embeddingSize
    let embedding = ParameterLayout(file.configuration).embedding
    func vector(_ token: Int) -> [Double] {
      let start = embedding.offset + token * width
      return file.parameters[start..<start + width].map(Double.init)
    }
    let own = vector(Int(token))
    let similarities = (0..<file.configuration.vocabularySize).map {
      Self.cosine(own, vector($0))
    }
    let nearest = similarities.indices.sorted {
      similarities[$0] == similarities[$1] ? $0 < $1 : similarities[$0] > similarities[$1]
    }
    let others = nearest.filter { $0 != Int(token) }.prefix(count)
    let chosen = [Int(token)] + others
    let places = Self.plane(chosen.map(vector))
    neighbours = zip(chosen, places).map { token, place in
      Neighbour(
        text: file.tokenizer.vocabulary[TokenID(token)], similarity: similarities[token],
        x: place.0, y: place.1)
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
