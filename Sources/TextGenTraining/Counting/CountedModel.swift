package import TextGenCompute
package import TextGenLanguageModeling
import TextGenLayers
import TextGenNGrams
import TextGenTokenization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A model that is not trained but counted: how often each token occurs, and n-grams where they are asked
/// for.
package struct CountedModel: Sendable {
  /// The model, ready to be written.
  package let file: ModelFile
  /// The order of its n-grams; 1 for single tokens only.
  package let order: Int
  /// What it knows: n-grams of all lengths.
  package let count: Int

  /// The counts of `corpus` with n-grams of that one of `orders` under which the held-out part is most
  /// probable, each 2 to 16; without orders, single tokens only.
  ///
  /// Beside longer n-grams, the frequencies of single tokens are at most 0.01 % of the estimate.
  package init(_ corpus: Corpus, orders: [Int], name: String, engine: Engine) {
    let configuration = NetworkConfiguration(
      .unigram, layerCount: 0, vocabularySize: corpus.tokenizer.vocabulary.count,
      embeddingSize: 0, hiddenSize: 0)
    let parameters = Self.logFrequencies(corpus, configuration)
    let network = NetworkModel(configuration, parameters: parameters, engine: engine)
    let validation = ValidationSet(corpus.validation, lineBreak: corpus.tokenizer.lineBreak)
    var best: (loss: Double, companion: LanguageModel.Companion)?
    for order in orders {
      guard let counted = CountedNGrams(corpus, order: order, megabytes: nil) else { continue }
      let companion = LanguageModel.Companion(counted.model, gate: .countsAlone)
      let samples = validation.samples(of: network, beside: counted.model)
      let loss = samples.reduce(0.0) {
        $0 - Double(companion.gate.logProbability($1)) / Double(samples.count)
      }
      if loss < best?.loss ?? .infinity { best = (loss, companion) }
    }
    let loss = best?.loss ?? validation.crossEntropy(of: network)
    order = best?.companion.model.order ?? 1
    count = best?.companion.model.count ?? configuration.vocabularySize
    file = ModelFile(
      configuration: configuration, parameters: parameters, companion: best?.companion,
      lexicon: corpus.lexicon, tokenizer: corpus.tokenizer,
      information: ModelInformation(
        corpus: name, trainingCharacters: corpus.statistics.training.characters, steps: 0,
        epochs: 1,
        validationBitsPerCharacter: corpus.statistics.validation.bitsPerCharacter(
          natsPerToken: loss), seed: 0))
  }

  /// The parameters under which each token is as probable as it is frequent, half an occurrence added.
  private static func logFrequencies(
    _ corpus: Corpus, _ configuration: NetworkConfiguration
  ) -> [Float] {
    var counts = [Double](repeating: 0.5, count: configuration.vocabularySize)
    for token in corpus.training { counts[Int(token)] += 1 }
    let sum = counts.reduce(0, +)
    let layout = ParameterLayout(configuration)
    var parameters = [Float](repeating: 0, count: layout.count)
    for (token, count) in counts.enumerated() {
      parameters[layout.output.bias.offset + token] = Float(log(count / sum))
    }
    return parameters
  }
}

extension MixtureGate {
  /// A gate that leaves the network as little as there is.
  fileprivate static var countsAlone: MixtureGate {
    MixtureGate(weights: SIMD8(-30, 0, 0, 0, 0, 0, 0, 0))
  }
}
