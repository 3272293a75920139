package import TextGenTokenization
package import TextGenWords

extension Lexicon {
  /// The words that are tokens of `tokenizer`, for a model that says nothing else of its words.
  package init(tokensOf tokenizer: any Tokenizer) {
    self.init(
      (0..<tokenizer.vocabulary.count).compactMap { index -> String? in
        let text = String(
          decoding: tokenizer.surface(of: TokenID(index), after: nil), as: UTF8.self)
        let word = text.drop { $0 == " " }
        return word.count > 0 && word.allSatisfy(\.isLetter) ? String(word) : nil
      })
  }
}
