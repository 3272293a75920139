package import TextGenTokenization
package import TextGenWords

extension Lexicon {
  /// The words that poems are made of: those that a model's file has, else the tokens of `tokenizer` that are
  /// words; nil where there is none.
  package static func forPoems(_ known: Lexicon?, tokenizer: any Tokenizer) -> Lexicon? {
    let words = known ?? Lexicon(tokensOf: tokenizer)
    return words.count > 0 ? words : nil
  }

  /// The words that are tokens of `tokenizer`, for a model that says nothing else of its words; none where
  /// tokens are letters.
  init(tokensOf tokenizer: any Tokenizer) {
    let words = (0..<tokenizer.vocabulary.count).compactMap { index -> String? in
      let text = String(
        decoding: tokenizer.surface(of: TokenID(index), after: nil), as: UTF8.self)
      let word = text.drop { $0 == " " }
      return word.count > 0 && word.allSatisfy(\.isLetter) ? String(word) : nil
    }
    self.init(words.contains { $0.count > 1 } ? words : [])
  }
}
