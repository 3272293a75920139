import Compute
import LanguageModeling
import NGrams
public import Tokenization

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

/// Which n-grams are counted beside a network, where the user leaves it open.
public enum NGramPlan {
  /// The order for a corpus of this unit.
  public static func order(_ unit: TokenUnit) -> Int {
    switch unit {
    case .character: 12
    case .subword: 5
    case .word: 4
    }
  }

  /// Occurrences up to which n-grams of 1, 2, … tokens are left out of a long text's table.
  ///
  /// On 33 million characters, held-out news, prose and poems: characters of order 10 with all n-grams
  /// 249 MB and 1.872, 1.860, 2.354 bits per character, of order 12 with these cutoffs 103 MB and 1.853,
  /// 1.833, 2.303; 2,000 subwords of order 5 with none below order 5 left out 88 MB and 1.814, 1.797,
  /// 2.283, with these cutoffs 43 MB and 1.827, 1.799, 2.286.
  static func cutoffs(order: Int, tokenCount: Int, unit: TokenUnit) -> [Int] {
    let isLong = tokenCount > 2_000_000
    return (1...order).map { length in
      guard isLong else { return 0 }
      switch unit {
      case .character: return length <= 4 ? 0 : length <= 7 ? 1 : 2
      case .subword, .word: return length <= 3 ? 0 : 1
      }
    }
  }
}
