/// Words that are formed from known ones by rules without exceptions worth naming.
///
/// A rule that also gives what nobody writes, such as any verb in any person, is none of them: a word
/// that is missed is listed later, while one that does not exist should not be listed at all.
package struct WordFormation: Sendable, Hashable {
  /// The words that need no rule.
  package let lexicon: Lexicon

  /// The words of `lexicon` and those that are formed from them.
  package init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Whether `word` is in the lexicon or formed from words that are.
  package func knows(_ word: String) -> Bool {
    if lexicon.knows(word) || isNumbered(word) { return true }
    return ([word] + word.smallForms).contains { isCompound($0) || isDerived($0) }
  }

  /// Whether `word` begins with a number, `2a`, or has one among capitals alone, `BR-101`.
  private func isNumbered(_ word: String) -> Bool {
    guard word.unicodeScalars.contains(where: \.isNumber) else { return false }
    return word.unicodeScalars.first?.isNumber == true
      || !word.unicodeScalars.contains(where: \.properties.isLowercase)
  }

  /// Whether one rule makes `word`, in small letters and without joiners, of a word of the lexicon.
  private func isDerived(_ word: String) -> Bool {
    isPlural(word) || isAdverb(word) || isDiminutive(word) || isPrefixed(word)
  }

  /// Whether `word` is a part of a compound: a word of the lexicon or one made of it.
  private func isPart(_ word: String) -> Bool { lexicon.knows(word) || isDerived(word) }
}

// Words of more than one part.
extension WordFormation {
  /// A word joined by hyphens or an apostrophe: its parts are known, or a verb and its pronouns.
  private func isCompound(_ word: String) -> Bool {
    if let elided = elided(word) { return knows(elided) }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return false }
    if Self.pronouns.contains(parts[1]) { return isVerbWithPronoun(parts) }
    guard let first = parts.first, let last = parts.last, last.count >= 4 else { return false }
    return Self.firstParts.contains(first) && parts.dropFirst().allSatisfy(isPart)
      || first.count >= 3 && parts.allSatisfy(isPart)
  }

  /// What follows an apostrophe after one of the few beginnings that lose a vowel: `d'água`.
  private func elided(_ word: String) -> String? {
    guard let place = word.firstIndex(where: { $0 == "'" || $0 == "\u{2019}" }),
      Self.elisions.contains(String(word[..<place]))
    else { return nil }
    return String(word[word.index(after: place)...])
  }

  private static let elisions: Set<String> = ["d", "n", "m", "t", "lh", "pel", "co", "minh", "su"]

  /// What stands before a hyphen without being a word: `ex-aluno`, `pós-guerra`.
  private static let firstParts: Set<String> = [
    "ex", "pré", "pós", "pró", "anti", "auto", "micro", "mini", "semi", "sub", "super", "inter",
    "hiper", "contra", "extra", "infra", "intra", "neo", "ultra", "vice", "sobre", "recém", "além",
    "aquém", "afro", "luso", "anglo", "franco", "euro", "bem", "mal", "não", "sem", "co",
  ]
}

// Words of one part.
extension WordFormation {
  /// A plural, or a second person, in -s after a, e, o or a stressed vowel: `casas`, `cafés`, `falavas`.
  ///
  /// Not after i and u, where the past of verbs ends, nor after -ão and -ndo.
  private func isPlural(_ word: String) -> Bool {
    guard word.hasSuffix("s"), word.count > 4 else { return false }
    let stem = String(word.dropLast())
    guard let last = stem.last, "aeoáéêóôã".contains(last), !stem.hasSuffix("ão"),
      !stem.hasSuffix("ndo")
    else { return false }
    return lexicon.contains(stem)
  }

  /// An adverb in -mente of an adjective that is feminine or has one form: `claramente`, `facilmente`.
  private func isAdverb(_ word: String) -> Bool {
    guard word.hasSuffix("mente") else { return false }
    let stem = String(word.dropLast(5))
    guard Self.adjectiveEndings.contains(where: stem.hasSuffix) else { return false }
    return stem.accented.contains { lexicon.contains($0) }
  }

  private static let adjectiveEndings = [
    "ada", "ida", "osa", "iva", "ica", "aria", "oria", "eira", "ina", "ana", "ena", "enta", "ista",
    "eta", "ara", "nsa", "usta", "nesta", "nea", "dua", "nua", "vel", "al", "ar", "il", "nte",
    "ior", "az", "iz", "oz",
  ]

  /// A diminutive in -inho or -zinho of a noun: `gatinho`, `barquinhos`, `cabecinha`, `cafezinho`.
  private func isDiminutive(_ word: String) -> Bool {
    let single = word.hasSuffix("s") ? String(word.dropLast()) : word
    guard let gender = single.last, single.hasSuffix("inho") || single.hasSuffix("inha") else {
      return false
    }
    let stem = String(single.dropLast(4))
    if stem.hasSuffix("z") {
      let noun = String(stem.dropLast())
      return (noun.count >= 4 || Self.shortNouns.contains(noun))
        && noun.accented.contains { lexicon.contains($0) }
    }
    guard stem.count >= 3 else { return false }
    let stems: [String] =
      if stem.hasSuffix("qu") {
        [String(stem.dropLast(2)) + "c"]
      } else if stem.hasSuffix("gu") {
        [String(stem.dropLast(1)), stem]
      } else if stem.hasSuffix("c") {
        [stem, String(stem.dropLast()) + "ç"]
      } else {
        [stem]
      }
    return stems.contains { stem in
      (stem + String(gender)).accented.contains { lexicon.contains($0) }
    }
  }

  /// Nouns of three letters; most words as short are none.
  private static let shortNouns: Set<String> = [
    "avo", "bar", "cão", "céu", "chá", "lar", "lua", "luz", "mãe", "mão", "mar", "nó", "pai", "pão",
    "pé", "rio", "rua", "sol", "som", "vão", "voz",
  ]

  /// A word with a prefix: `supermercado`, `antirrugas`, and verbs and their nouns in re- and des-.
  private func isPrefixed(_ word: String) -> Bool {
    for prefix in Self.freePrefixes where word.hasPrefix(prefix) {
      var rest = String(word.dropFirst(prefix.count))
      guard rest.count >= 5, !rest.hasPrefix("h") else { continue }
      // After a vowel r and s are doubled.
      if rest.hasPrefix("rr") || rest.hasPrefix("ss") {
        rest = String(rest.dropFirst())
      } else if !prefix.hasSuffix("r"), rest.hasPrefix("r") || rest.hasPrefix("s") {
        continue
      }
      if lexicon.contains(rest) { return true }
    }
    return ["re", "des"].contains { prefix in
      guard word.hasPrefix(prefix), Self.verbalEndings.contains(where: word.hasSuffix) else {
        return false
      }
      let rest = String(word.dropFirst(prefix.count))
      return rest.count >= 5 && !rest.hasPrefix("r") && !rest.hasPrefix("s")
        && lexicon.contains(rest)
    }
  }

  private static let freePrefixes = [
    "super", "hiper", "mega", "micro", "mini", "multi", "ultra", "anti", "auto", "semi", "sobre",
  ]
  private static let verbalEndings = [
    "ar", "er", "ir", "ado", "ados", "ada", "adas", "ido", "idos", "ida", "idas", "ando", "endo",
    "indo", "ou", "aram", "eram", "iram", "ção", "ções", "mento", "mentos",
  ]
}
