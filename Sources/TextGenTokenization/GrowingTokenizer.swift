/// A tokenizer to which tokens can be added: the old ones keep their ids and their counts.
protocol GrowingTokenizer: Tokenizer {
  /// The tokenizer with `added` after all other tokens, none of which it has.
  func appending(_ added: [CountedToken]) -> any Tokenizer
}

extension Tokenizer {
  /// The tokenizer with the most frequent of `candidates` that it lacks, at most `limit`; itself
  /// where it lacks none, or cannot grow.
  func extended(by candidates: [CountedToken], limit: Int) -> any Tokenizer {
    let lacking = candidates.filter { vocabulary.id(of: $0.bytes) == nil }
    let added = CountedToken.mostFrequent(lacking, always: [], limit: limit)
    guard !added.isEmpty, let base = self as? any GrowingTokenizer else { return self }
    return base.appending(added)
  }
}
