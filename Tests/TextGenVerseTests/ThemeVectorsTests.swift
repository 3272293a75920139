import Testing

@testable import TextGenVerse

/// Words are near those with which they come together.
struct ThemeVectorsTests {
  private static let vectors = ThemeVectors.portuguese

  @Test(arguments: [
    ("mar", "onda", "escola"), ("guerra", "batalha", "jardim"), ("noite", "lua", "governo"),
    ("saudade", "lembrança", "trem"), ("escola", "aluno", "navio"),
  ])
  func `a word is nearer to a theme than another`(theme: String, near: String, far: String) throws {
    let nearer = try #require(Self.vectors.closeness(of: near, to: [theme]))
    let farther = try #require(Self.vectors.closeness(of: far, to: [theme]))
    #expect(nearer > 0.6 && farther < 0.5, "\(nearer) \(farther)")
  }

  @Test func `forms of a word are as near as the word`() throws {
    let one = try #require(Self.vectors.closeness(of: "onda", to: ["mar"]))
    #expect(Self.vectors.closeness(of: "ondas", to: ["mar"]) == one)
    #expect(Self.vectors.closeness(of: "onda", to: ["mares"]) == one)
    let itself = try #require(Self.vectors.closeness(of: "corações", to: ["coração"]))
    #expect(abs(itself - 1) < 1e-4)
  }

  @Test func `of several themes the nearest counts`() throws {
    let one = try #require(Self.vectors.closeness(of: "onda", to: ["mar"]))
    #expect(Self.vectors.closeness(of: "onda", to: ["escola", "mar"]) == one)
  }

  @Test func `an unknown word is near to nothing`() {
    #expect(Self.vectors.closeness(of: "xilofone", to: ["mar"]) == nil)
    #expect(Self.vectors.closeness(of: "onda", to: ["xilofone"]) == nil)
  }

  @Test func `every word of the list has a vector`() {
    for word in ThemeVocabulary.words {
      let closeness = Self.vectors.closeness(of: word, to: [word]) ?? 0
      #expect(abs(closeness - 1) < 1e-3, "\(word)")
    }
  }
}

extension ThemeVectors {
  /// How near `word` is to the nearest of `themes`; nil where one of the two isn't known.
  fileprivate func closeness(of word: String, to themes: [String]) -> Float? {
    guard let number = number(of: word) else { return nil }
    return themes.compactMap { self.number(of: $0) }
      .map { closeness(of: number, to: direction(of: [$0])) }.max()
  }
}
