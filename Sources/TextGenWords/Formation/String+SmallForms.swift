extension String {
  /// What a word with capitals may be elsewhere: with a small letter at its beginning and, where all
  /// its letters are capitals, without any or with one at its beginning.
  ///
  /// A word in small letters has no other form: `lisboa` is not `Lisboa`.
  package var smallForms: [String] {
    guard let first = unicodeScalars.first, first.properties.isUppercase else { return [] }
    let rest = String(unicodeScalars.dropFirst())
    let small = first.properties.lowercaseMapping + rest
    guard rest.unicodeScalars.contains(where: { $0.properties.isUppercase }),
      !rest.unicodeScalars.contains(where: { $0.properties.isLowercase })
    else { return [small] }
    return [lowercased(), String(Character(first)) + rest.lowercased()]
  }
}

extension Lexicon {
  /// Whether `word` is known: as it is written, or in small letters where it has capitals.
  ///
  /// What the training text has with a capital alone, a name, is known so alone.
  package func knows(_ word: String) -> Bool {
    contains(word) || word.smallForms.contains(where: contains)
  }
}
