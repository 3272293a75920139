/// What an epoch reads.
package struct EpochText: Sendable {
  /// The tokens, in the order in which they are read.
  package let tokens: TokenSequence
  /// What is known of them.
  package let statistics: CorpusPartStatistics
}

extension Corpus {
  /// Whether each epoch reads another text: shares of the texts, in another order.
  package var variesByEpoch: Bool { mixture != nil }

  /// Tokens that each epoch reads at least.
  package var tokensOfEpoch: Int { mixture?.leastTokens ?? training.count }

  /// The text of epoch `epoch`, from 0: where shares are given, theirs, in an order that follows from
  /// `seed`; else the training part.
  package func text(ofEpoch epoch: Int, seed: UInt64) -> EpochText {
    mixture?.text(ofEpoch: epoch, seed: seed, of: training, tokenizer)
      ?? EpochText(tokens: training, statistics: statistics.training)
  }
}
