package import TextGenAdaptation
package import TextGenTokenization

/// The words that a memory has counted, and what is to go where one is forgotten.
package struct MemoryWords: Sendable {
  private let tokenizer: any Tokenizer

  /// Words of `tokenizer`'s tokens.
  package init(_ tokenizer: any Tokenizer) { self.tokenizer = tokenizer }

  /// The words that were counted whole, the most frequent first.
  package func list(_ counts: MemoryCounts) -> [(word: String, count: Int)] {
    var found: [String: Int] = [:]
    // What each sequence spells so far, where that is the beginning of one word.
    var beginnings = [String?](repeating: nil, count: counts.count + 1)
    for index in 0..<counts.count {
      let (parent, token) = (Int(counts.parents[index]), counts.tokens[index])
      let previous = parent > 0 ? counts.tokens[parent - 1] : tokenizer.lineBreak
      let surface = String(decoding: tokenizer.surface(of: token, after: previous), as: UTF8.self)
      if parent == 0 {
        let word = surface.drop(while: \.isWhitespace)
        if word.count < surface.count, Self.isWord(word) { beginnings[index + 1] = String(word) }
      } else if let beginning = beginnings[parent] {
        if Self.isWord(surface) {
          beginnings[index + 1] = beginning + surface
        } else if surface.first.map({ !$0.isLetter }) ?? false {
          found[beginning, default: 0] += Int(counts.counts[index])
        }
      }
    }
    return found.map { (word: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
  }

  private static func isWord(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || "-'’".contains($0) }
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
