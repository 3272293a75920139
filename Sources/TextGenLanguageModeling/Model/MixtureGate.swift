package import TextGenKernels
package import TextGenNGrams

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// What is known of a place in a text before its token: how sure the network and the n-grams are, and
/// how far apart.
package struct MixtureFeatures: Sendable, Hashable {
  /// 1, the entropies of network and n-grams, their divergences in both directions (nats), the known part
  /// of the context, what its longest part leaves open (nats), and 0.
  package let values: SIMD8<Float>

  /// The features after `state` of `model`; `sums` are those of the network's logarithms and the n-grams'
  /// probabilities.
  package init(_ sums: DistributionSums, _ state: NGramModel.State, of model: NGramModel) {
    values = SIMD8(
      1, -sums.own, -sums.other, min(max(sums.other - sums.otherUnderOwn, 0), 10),
      min(max(sums.own - sums.ownUnderOther, 0), 10),
      Float(state.count) / Float(model.order), -logf(model.openShare(state)), 0)
  }
}

/// How much the network counts beside the n-grams at each place: a logistic function of its features.
///
/// A mixture with one weight (Jelinek and Mercer 1980) gains half as much: counts are right where they have
/// seen much, the network where they have not, and where both disagree the surer one is more often wrong.
/// The weights are those under which held-out text is most probable.
package struct MixtureGate: Sendable, Hashable, Codable {
  /// What both models say of one held-out token.
  package struct Sample: Sendable, Hashable {
    /// What was known before it.
    package let features: MixtureFeatures
    /// The natural logarithms of its probability.
    package let network, ngrams: Float

    /// A token and what both models gave it.
    package init(features: MixtureFeatures, network: Float, ngrams: Float) {
      self.features = features
      self.network = network
      self.ngrams = ngrams
    }
  }

  /// The weights of the features.
  package let weights: SIMD8<Float>

  /// A gate that gives the network a half everywhere.
  package init() { weights = .zero }

  /// A gate with these weights; all are finite.
  package init(weights: SIMD8<Float>) { self.weights = weights }

  /// The gate under which `samples` are most probable, by gradient descent with momentum from where the
  /// network has a fifth.
  package init(fitting samples: [Sample]) {
    var weights = SIMD8<Float>(-1.4, 0, 0, 0, 0, 0, 0, 0)
    let ratios = samples.map { expf(min(max($0.ngrams - $0.network, -80), 80)) }
    var (mean, square) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
    for step in 1...Self.steps {
      var gradient = SIMD8<Float>.zero
      for (sample, ratio) in zip(samples, ratios) {
        let share = Self.share(weights, sample.features)
        // The share that the network has in the token's probability, less the one it was given.
        let posterior = share / (share + (1 - share) * ratio)
        gradient += (posterior - share) * sample.features.values
      }
      gradient /= Float(max(samples.count, 1))
      // Adam (Kingma and Ba 2015), upwards.
      mean = 0.9 * mean + 0.1 * gradient
      square = 0.99 * square + 0.01 * gradient * gradient
      let rate = 0.05 / (1 - powf(0.9, Float(step)))
      let scale = 1 / (1 - powf(0.99, Float(step)))
      weights += rate * mean / ((square * scale).squareRoot() + 1e-6)
    }
    self.weights = weights
  }

  private static let steps = 200

  /// The network's share, from 1e-4 to 1 - 1e-4.
  package func share(_ features: MixtureFeatures) -> Float {
    min(max(Self.share(weights, features), 1e-4), 1 - 1e-4)
  }

  private static func share(_ weights: SIMD8<Float>, _ features: MixtureFeatures) -> Float {
    1 / (1 + expf(-(weights * features.values).sum()))
  }

  /// The natural logarithm of the mixture's probability of a sample.
  package func logProbability(_ sample: Sample) -> Float {
    let share = share(sample.features)
    let greater = max(sample.network, sample.ngrams)
    return greater
      + logf(
        share * expf(sample.network - greater) + (1 - share) * expf(sample.ngrams - greater))
  }
}
