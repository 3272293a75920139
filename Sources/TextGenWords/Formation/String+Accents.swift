// Accents that a word loses where an ending is added to it: café, cafezinho; fácil, facilmente.

extension String {
  /// The word itself and, where it has no accent, the ways to put one on one of its vowels.
  var accented: [String] {
    let letters = Array(self)
    var forms = [self]
    guard !letters.contains(where: { Self.plain[$0] != nil }) else { return forms }
    for (index, letter) in letters.enumerated() {
      for accent in Self.accents[letter] ?? [] {
        var form = letters
        form[index] = accent
        forms.append(String(form))
      }
    }
    return forms
  }

  /// The word without an accent on its last letter.
  var withoutFinalAccent: String {
    guard let last, let plain = Self.plain[last] else { return self }
    return String(dropLast()) + String(plain)
  }

  private static let accents: [Character: [Character]] = [
    "a": ["á", "â"], "e": ["é", "ê"], "i": ["í"], "o": ["ó", "ô"], "u": ["ú"],
  ]
  private static let plain: [Character: Character] = [
    "á": "a", "â": "a", "é": "e", "ê": "e", "í": "i", "ó": "o", "ô": "o", "ú": "u",
  ]
}
