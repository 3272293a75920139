package import TextGenAdaptation
package import TextGenTokenization

/// The words that a memory has counted, and what is to go where one is forgotten.
package struct MemoryWords: Sendable {
  private let tokenizer: any Tokenizer

  /// Words of `tokenizer`'s tokens.
  package init(_ tokenizer: any Tokenizer) { self.tokenizer = tokenizer }

  /// The words that were counted from a space before them to what follows them, the most frequent first.
  ///
  /// A word of more tokens than a sequence has is put together from those that overlap in it.
  package func list(_ counts: MemoryCounts) -> [(word: String, count: Int)] {
    var search = Search(counts: counts, tokenizer: tokenizer)
    return search.words().sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (word: $0.key, count: $0.value) }
  }

  /// Leaves `word` out of `counts`, however it is capitalised: its token, or each pair of its tokens, so that
  /// nothing is left from which it could be put together.
  package func forget(_ word: String, in counts: inout MemoryCounts) {
    var (pairs, single): (Set<[TokenID]>, Set<TokenID>) = ([], [])
    let capitalised = word.prefix(1).uppercased() + word.dropFirst().lowercased()
    for form in [word, word.lowercased(), word.uppercased(), capitalised] {
      for before in ["", " ", "\n"] {
        let tokens = tokenizer.encode(before + form).filter { token in
          let surface = tokenizer.surface(of: token, after: tokenizer.lineBreak)
          return String(decoding: surface, as: UTF8.self).contains { !$0.isWhitespace }
        }
        if tokens.count == 1 { single.insert(tokens[0]) }
        for (one, other) in zip(tokens, tokens.dropFirst()) { pairs.insert([one, other]) }
      }
    }
    counts.forget(pairs: pairs, single: single)
  }
}

/// Walks through the sequences of a memory, from a space to what ends a word.
private struct Search {
  private struct Link: Hashable {
    var parent: Int
    var token: TokenID
  }

  /// The beginning of a word.
  private struct Beginning {
    var word: String
    /// Its last tokens, as many as a context has.
    var context: [TokenID]
    /// How often it came, at most.
    var count: Int
  }

  /// Characters of a word at most.
  private static let limit = 40

  private let tokenizer: any Tokenizer
  /// The sequences that go on from each, with their counts.
  private var following: [[(token: TokenID, count: Int)]]
  /// The number of each sequence, by that of the one that it goes on from and its last token.
  private var numbers: [Link: Int] = [:]
  private var found: [String: Int] = [:]

  init(counts: MemoryCounts, tokenizer: any Tokenizer) {
    self.tokenizer = tokenizer
    following = Array(repeating: [], count: counts.count + 1)
    for index in 0..<counts.count {
      following[Int(counts.parents[index])].append(
        (token: counts.tokens[index], count: Int(counts.counts[index])))
      numbers[Link(parent: Int(counts.parents[index]), token: counts.tokens[index])] = index + 1
    }
  }

  mutating func words() -> [String: Int] {
    for (token, count) in following[0] {
      let surface = surface(token, after: tokenizer.lineBreak)
      let word = surface.drop(while: \.isWhitespace)
      guard word.count < surface.count, word.allSatisfy(Self.isLetter) else { continue }
      follow(Beginning(word: String(word), context: [token], count: count))
    }
    return found
  }

  private mutating func follow(_ beginning: Beginning) {
    guard let last = beginning.context.last, beginning.word.count <= Self.limit else { return }
    var ends = 0
    guard let place = number(of: beginning.context) else { return }
    for (token, count) in following[place] {
      let surface = surface(token, after: last)
      if !surface.isEmpty, surface.allSatisfy(Self.isLetter) {
        follow(
          Beginning(
            word: beginning.word + surface,
            context: (beginning.context + [token]).suffix(TextMemory.maximumContext),
            count: min(count, beginning.count)))
      } else if let first = surface.first, !Self.isLetter(first), !beginning.word.isEmpty {
        ends += count
      }
    }
    if ends > 0 { found[beginning.word, default: 0] += min(ends, beginning.count) }
  }

  /// The number of a sequence; nil where it never came.
  private func number(of sequence: [TokenID]) -> Int? {
    sequence.reduce(0 as Int?) { number, token in
      number.flatMap { numbers[Link(parent: $0, token: token)] }
    }
  }

  private func surface(_ token: TokenID, after previous: TokenID) -> String {
    String(decoding: tokenizer.surface(of: token, after: previous), as: UTF8.self)
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || "-'’".contains(character)
  }
}
