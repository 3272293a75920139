package import TextGenCompute
package import TextGenNGrams
package import TextGenTokenization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

extension LanguageModel {
  /// N-grams and what they count for beside a network.
  package struct Companion: Sendable {
    /// The n-grams, over the network's vocabulary.
    package let model: NGramModel
    /// The network's share.
    package let gate: MixtureGate

    /// N-grams beside a network.
    package init(_ model: NGramModel, gate: MixtureGate) {
      self.model = model
      self.gate = gate
    }

    /// Makes the network's logarithms of probabilities, (V), those of the mixture after `state`.
    func mix(_ logarithms: inout [Float], after state: NGramModel.State, engine: Engine) {
      let place = model.place(logarithms, after: state, engine: engine)
      engine.mix(
        &logarithms, share: gate.share(place.features), with: place.probabilities)
    }
  }
}

extension NGramModel {
  /// What is known after `state`, beside a network's logarithms of probabilities, (V).
  fileprivate func place(
    _ logarithms: [Float], after state: State, engine: Engine
  ) -> (features: MixtureFeatures, probabilities: [Float]) {
    var probabilities = [Float](repeating: 0, count: vocabularySize)
    self.probabilities(after: state, into: &probabilities)
    let sums = engine.distributionSums(logarithms: logarithms, probabilities: probabilities)
    return (MixtureFeatures(sums, state, of: self), probabilities)
  }

  /// What this model says of `token` after `state`, beside a network's logarithms of probabilities, (V).
  package func sample(
    _ token: TokenID, _ logarithms: [Float], after state: State, engine: Engine
  ) -> MixtureGate.Sample {
    let place = place(logarithms, after: state, engine: engine)
    return MixtureGate.Sample(
      features: place.features, network: logarithms[Int(token)],
      ngrams: logf(place.probabilities[Int(token)]))
  }
}
