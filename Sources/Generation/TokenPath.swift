import Compute
import Tokenization

/// Vector arithmetic on the thread that asks.
private let vectors = Engine()

/// What may follow a sequence of tokens that the model has read.
struct TokenPath: Sendable {
  /// The factor from the weights to probabilities of path and token together.
  private let scale: Double
  /// Weights of the next tokens by place in the surface table, those without a space before them.
  private let plain: [Float]
  /// The same for tokens with a space before them; empty when there are none.
  private let spaced: [Float]

  /// A path of probability `mass`, after which the tokens have the log-probabilities `row`; `isSpaced`
  /// says at which places of `table` a token has a space before it.
  init(mass: Double, row: [Float], table: SurfaceTable, isSpaced: [Bool]?) {
    let weights = vectors.exponentials(of: row, minus: 0)
    // Below that a probability counts as 0, which exponentials of vectors do not reach.
    var plain = table.tokens.map { row[Int($0)] > -87 ? weights[Int($0)] : 0 }
    let total = plain.reduce(0.0) { $0 + Double($1) }
    var spaced: [Float] = []
    if let isSpaced {
      spaced = plain
      for place in plain.indices {
        if isSpaced[place] { plain[place] = 0 } else { spaced[place] = 0 }
      }
    }
    self.plain = plain
    self.spaced = spaced
    scale = total > 0 ? mass / total : 0
  }

  /// The tokens that cover a text with which the path ends.
  func coverings(path: Int) -> [Covering] {
    let all = Covering(path: path, isSpaced: false, depth: 0, places: plain.indices)
    guard !spaced.isEmpty else { return [all] }
    return [all, Covering(path: path, isSpaced: true, depth: -1, places: spaced.indices)]
  }

  /// The probability of the path and the token of `covering` at `place`.
  func mass(of covering: Covering, at place: Int) -> Double {
    Double(covering.isSpaced ? spaced[place] : plain[place]) * scale
  }

  /// The probability of the path and any of the tokens of `covering`.
  func mass(of covering: Covering) -> Double {
    let weights = covering.isSpaced ? spaced : plain
    var sum = 0.0
    for place in covering.places { sum += Double(weights[place]) }
    return sum * scale
  }
}
