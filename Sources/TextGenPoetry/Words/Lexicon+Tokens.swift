package import TextGenTokenization
package import TextGenWords

extension Lexicon {
  /// The words that are tokens of `tokenizer`, for a model that says nothing else of its words; none where
  /// tokens are letters.
  package init(tokensOf tokenizer: any Tokenizer) {
    let words = (0..<tokenizer.vocabulary.count).compactMap { index -> String? in
      let text = String(
        decoding: tokenizer.surface(of: TokenID(index), after: nil), as: UTF8.self)
      let word = text.drop { $0 == " " }
      return word.count > 0 && word.allSatisfy(\.isLetter) ? String(word) : nil
    }
    self.init(words.contains { $0.count > 1 } ? words : [])
  }
}
