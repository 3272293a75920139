import TextGenCompute
import TextGenLanguageModeling
import TextGenNGrams
import TextGenTokenization

/// The n-grams of a training text, and how they are joined to the network.
struct CountedNGrams: Sendable {
  /// The most tokens of an n-gram.
  static let maximumOrder = NGramModel.maximumOrder

  let model: NGramModel

  /// Counts the n-grams of `corpus` of up to `order` tokens, each text once, whatever the shares that an
  /// epoch reads, and those of its further texts; keeps the ones that matter most within `megabytes`; nil for an order of 0, or a vocabulary that is too large.
  init?(_ corpus: Corpus, order: Int, megabytes: Double?) {
    let vocabularySize = corpus.tokenizer.vocabulary.count
    guard order >= 2, vocabularySize <= NGramModel.maximumVocabulary else { return nil }
    var tokens: [UInt16] = []
    tokens.reserveCapacity(corpus.training.count + 1 + corpus.ngramTexts.count)
    tokens += corpus.training.lazy.map { UInt16($0) }
    let lineBreak = UInt16(corpus.tokenizer.lineBreak)
    // A text begins on a line of its own.
    if !corpus.ngramTexts.isEmpty, tokens.last != lineBreak { tokens.append(lineBreak) }
    tokens += corpus.ngramTexts.lazy.map { UInt16($0) }
    model = NGramModel(
      counting: tokens, vocabularySize: vocabularySize,
      cutoffs: NGramPlan.cutoffs(
        order: order, tokenCount: tokens.count, unit: corpus.tokenizer.unit),
      byteLimit: megabytes.map { Int(min($0 * 1e6, 1e15)) })
  }

  /// The n-grams with equal shares, where there is nothing to fit a gate on.
  var unfitted: LanguageModel.Companion { LanguageModel.Companion(model, gate: MixtureGate()) }

  /// The n-grams with the gate under which the held-out text is most probable beside `network`, and the
  /// mean cross-entropies in nats per token.
  func fitted(
    beside network: NetworkModel, on validation: ValidationSet
  ) -> (companion: LanguageModel.Companion, mixture: Double, network: Double) {
    let samples = validation.samples(of: network, beside: model)
    let gate = MixtureGate(fitting: samples)
    let count = Double(max(samples.count, 1))
    return (
      LanguageModel.Companion(model, gate: gate),
      samples.reduce(0.0) { $0 - Double(gate.logProbability($1)) } / count,
      samples.reduce(0.0) { $0 - Double($1.network) } / count
    )
  }
}
