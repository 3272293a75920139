package import TextGenLayers

/// Networks of different architectures with as many parameters, within 2 %.
///
/// The units of a recurrent layer can be any number; a transformer's come in heads and its layers whole,
/// so the budget is first moved to the transformer that is nearest to what was asked for.
package struct ParameterBudget: Sendable {
  /// How far from the budget a network may be, as a share of it.
  package static let tolerance = 0.02

  /// Parameters of each network, about.
  package let parameters: Int
  private let vocabularySize, embeddingSize: Int
  private let lineBreak: Int32
  private let transformer: NetworkConfiguration

  /// The budget nearest to `parameters` for a vocabulary; `lineBreak` is the token of a line end and
  /// `embeddingSize` the floats of a token where an architecture leaves them open.
  package init(
    about parameters: Int, vocabularySize: Int, embeddingSize: Int, lineBreak: Int32
  ) {
    self.vocabularySize = vocabularySize
    self.embeddingSize = embeddingSize
    self.lineBreak = lineBreak
    let candidates = Self.transformerShapes(parameters).map { shape in
      Contender.transformer.configuration(
        units: shape.units, layers: shape.layers, vocabularySize: vocabularySize,
        embeddingSize: embeddingSize, lineBreak: lineBreak)
    }
    let nearest = candidates.min {
      abs($0.parameterCount - parameters) < abs($1.parameterCount - parameters)
    }
    transformer = nearest ?? candidates[0]
    self.parameters = transformer.parameterCount
  }

  /// Deep and narrow or broad and flat, between one layer for 96 units and one for 16, without those whose
  /// layers alone are twice too large.
  private static func transformerShapes(_ parameters: Int) -> [(units: Int, layers: Int)] {
    var shapes: [(units: Int, layers: Int)] = []
    for units in stride(from: 32, through: 1024, by: 32) {
      for layers in max(1, units / 96)...max(1, units / 16) {
        let size = 12 * units * units * layers
        if units == 32 || size <= 2 * parameters { shapes.append((units, layers)) }
      }
    }
    return shapes
  }

  /// The network of a contender; nil where no network of its kind has as few parameters, or as many.
  package func configuration(of contender: Contender) -> NetworkConfiguration? {
    guard contender.isNetwork else { return network(contender, units: 1, embeddingSize: 1) }
    if contender == .transformer { return transformer }
    // A unit more can be more than the tolerance; then smaller embeddings make the steps finer.
    let sizes = stride(from: embeddingSize, through: 4, by: -4)
    return sizes.lazy.map { nearest(contender, embeddingSize: $0) }.first { isWithin($0) }
  }

  /// The network of `contender` whose parameters are nearest to the budget.
  private func nearest(_ contender: Contender, embeddingSize: Int) -> NetworkConfiguration {
    func network(_ units: Int) -> NetworkConfiguration {
      self.network(contender, units: units, embeddingSize: embeddingSize)
    }
    var (low, high) = (1, 1 << 16)
    while high - low > 1 {
      let middle = (low + high) / 2
      if network(middle).parameterCount <= parameters {
        low = middle
      } else {
        high = middle
      }
    }
    let (below, above) = (network(low), network(high))
    let isBelowNearer = parameters - below.parameterCount <= above.parameterCount - parameters
    return isBelowNearer ? below : above
  }

  private func network(
    _ contender: Contender, units: Int, embeddingSize: Int
  ) -> NetworkConfiguration {
    contender.configuration(
      units: units, vocabularySize: vocabularySize, embeddingSize: embeddingSize,
      lineBreak: lineBreak)
  }

  private func isWithin(_ configuration: NetworkConfiguration) -> Bool {
    let difference = abs(configuration.parameterCount - parameters)
    return Double(difference) <= Self.tolerance * Double(parameters)
  }
}

extension NetworkConfiguration {
  /// The number of parameters.
  package var parameterCount: Int { ParameterLayout(self).parameterCount }
}
