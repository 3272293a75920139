import TextGenCompute
import TextGenTokenization

/// Vector arithmetic on the thread that asks.
private let vectors = Engine()

/// What may follow a sequence of tokens that the model has read.
struct TokenPath: Sendable {
  /// The factor from the weights to probabilities of path and token together.
  private let scale: Double
  /// Weights of the next tokens by place in the surface table.
  private(set) var weights: [Float]
  /// At which places a token has a space before it; nil for nowhere. Paths with the same last token
  /// share it.
  private let isSpaced: [Bool]?
  /// The places whose weights are left, in the order of `weights`; nil for all.
  private var kept: [(places: Range<Int>, start: Int)]?

  /// A path of probability `mass`, after which the tokens have the log-probabilities `row`; `isSpaced`
  /// says at which places of `table` a token has a space before it.
  init(mass: Double, row: [Float], table: SurfaceTable, isSpaced: [Bool]?) {
    let exponentials = vectors.exponentials(of: row, minus: 0)
    // Below that a probability counts as 0, which exponentials of vectors do not reach.
    weights = table.tokens.map { row[Int($0)] > -87 ? exponentials[Int($0)] : 0 }
    let total = weights.reduce(0.0) { $0 + Double($1) }
    self.isSpaced = isSpaced
    scale = total > 0 ? mass / total : 0
  }

  /// Keeps the weights at `places` and forgets all others.
  mutating func keep(_ places: [Range<Int>]) {
    var left: [Float] = []
    left.reserveCapacity(places.reduce(0) { $0 + $1.count })
    kept = places.map { range in
      defer { left += weights[range] }
      return (range, left.count)
    }
    weights = left
  }

  /// The tokens that cover a text with which the path ends.
  func coverings(path: Int) -> [Covering] {
    let all = Covering(path: path, isSpaced: false, depth: 0, places: weights.indices)
    guard isSpaced != nil else { return [all] }
    return [all, Covering(path: path, isSpaced: true, depth: -1, places: weights.indices)]
  }

  /// The probability of the path and the token of `covering` at `place`.
  func mass(of covering: Covering, at place: Int) -> Double {
    if let isSpaced, isSpaced[place] != covering.isSpaced { return 0 }
    return Double(weights[place + shift(of: place..<place + 1)]) * scale
  }

  /// The probability of the path and any of the tokens of `covering`.
  func mass(of covering: Covering) -> Double {
    let shift = shift(of: covering.places)
    var sum = 0.0
    if let isSpaced {
      for place in covering.places where isSpaced[place] == covering.isSpaced {
        sum += Double(weights[place + shift])
      }
    } else {
      for place in covering.places { sum += Double(weights[place + shift]) }
    }
    return sum * scale
  }

  /// How far the weights of `places` are from where those of all tokens would have them.
  private func shift(of places: Range<Int>) -> Int {
    guard let kept else { return 0 }
    let part = kept.first {
      $0.places.lowerBound <= places.lowerBound && places.upperBound <= $0.places.upperBound
    }
    return part.map { $0.start - $0.places.lowerBound } ?? 0
  }
}
