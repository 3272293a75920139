/// What a word does in a sentence, as far as that can be told without one.
package struct WordRole: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A verb that makes a sentence.
  package static let verb = WordRole(rawValue: 1)
  /// A verb of which *eu* is no subject, but perhaps in a clause such as *para que eu durma*.
  static let notOfI = WordRole(rawValue: 1 << 1)
  /// Of one, or of many; neither where that isn't certain.
  static let singular = WordRole(rawValue: 1 << 2)
  static let plural = WordRole(rawValue: 1 << 3)
  /// An article or the like with which a subject begins.
  static let determiner = WordRole(rawValue: 1 << 4)
  /// It stands before a noun, and has its number.
  static let beforeNoun = WordRole(rawValue: 1 << 5)
  /// It begins a clause that depends on another.
  package static let subordinates = WordRole(rawValue: 1 << 6)
  /// It begins a clause of its own.
  static let coordinates = WordRole(rawValue: 1 << 7)
  static let and = WordRole(rawValue: 1 << 8)
  static let i = WordRole(rawValue: 1 << 9)
  /// It stands between a subject and its verb.
  static let between = WordRole(rawValue: 1 << 10)
  /// *Se*, which subordinates as well.
  static let reflexive = WordRole(rawValue: 1 << 11)
  /// *Passou*, *viu*, *virá*: never of a clause such as *que eu durma*.
  static let past = WordRole(rawValue: 1 << 12)
  /// Of a noun of that gender; neither where that isn't certain.
  static let masculine = WordRole(rawValue: 1 << 13)
  static let feminine = WordRole(rawValue: 1 << 14)
  /// *É*, *ficou*: what follows may say how the subject is.
  static let copula = WordRole(rawValue: 1 << 15)
  /// It stands before an adjective, and says how much.
  static let degree = WordRole(rawValue: 1 << 16)

  /// The other number where it has one, and the other gender.
  var contraries: WordRole {
    var contraries: WordRole = []
    if contains(.singular) { contraries.insert(.plural) }
    if contains(.plural) { contraries.insert(.singular) }
    if contains(.masculine) { contraries.insert(.feminine) }
    if contains(.feminine) { contraries.insert(.masculine) }
    return contraries
  }
}

extension WordRole {
  /// What `word`, in small letters, does; `isKnown` tells which other words there are.
  init(_ word: String, isKnown: (String) -> Bool) {
    if let role = FunctionWords.roles[word] {
      self = role
      return
    }
    self = []
    if Self.isPlural(word, isKnown) {
      insert(.plural)
    } else if !Self.hasNoNumber(word) {
      insert(.singular)
    }
    guard FiniteVerbs.portuguese.contains(word) else {
      formUnion(Self.gender(word, isKnown))
      return
    }
    insert(Self.copulas.contains(word) ? [.verb, .copula] : .verb)
    let isPlural = word.hasSuffix("m") || Self.pluralVerbs.contains(where: word.hasSuffix)
    remove([.singular, .plural])
    insert(isPlural && !Self.singularVerbs.contains(word) ? .plural : .singular)
    if ["ou", "eu", "iu", "á"].contains(where: word.hasSuffix) { insert(.past) }
    let isOfI = !Self.endingsNotOfI.contains(where: word.hasSuffix) || Self.verbsOfI.contains(word)
    if !isOfI, !Self.endingsOfBoth.contains(where: word.hasSuffix) { insert(.notOfI) }
  }

  /// That of an adjective, or of a noun such as *menina*: its other forms are known, and no verbs.
  private static func gender(_ word: String, _ isKnown: (String) -> Bool) -> WordRole {
    let singular = word.hasSuffix("s") ? word.dropLast() : word[...]
    guard let last = singular.last, last == "o" || last == "a" else { return [] }
    let stem = singular.dropLast()
    let isSure =
      ["o", "a", "os", "as"].allSatisfy { isKnown(stem + $0) }
      && ["o", "a"].allSatisfy { !FiniteVerbs.portuguese.contains(stem + $0) }
    guard isSure else { return [] }
    return last == "o" ? .masculine : .feminine
  }

  /// Whether it is that of a known word.
  private static func isPlural(_ word: String, _ isKnown: (String) -> Bool) -> Bool {
    guard word.hasSuffix("s"), !FunctionWords.adverbs.contains(word) else { return false }
    return pluralEndings.contains { ending, other in
      word.hasSuffix(ending) && isKnown(word.dropLast(ending.count) + other)
    }
  }

  /// Infinitives, gerunds, adverbs, and words such as *lápis*.
  private static func hasNoNumber(_ word: String) -> Bool {
    ["s", "r", "ndo", "mente"].contains(where: word.hasSuffix)
      || FunctionWords.adverbs.contains(word)
  }

  private static let pluralEndings = [
    ("s", ""), ("es", ""), ("ões", "ão"), ("ães", "ão"), ("ns", "m"), ("ais", "al"),
    ("éis", "el"), ("óis", "ol"), ("is", "il"),
  ]
  private static let copulas = Set(
    "é era foi será está estava fica ficou parece são eram foram serão estão estavam ficam ficaram parecem"
      .split(separator: " ").map(String.init))
  private static let singularVerbs: Set<String> = ["tem", "vem", "vim"]
  private static let pluralVerbs = ["são", "vão", "dão", "hão", "tão", "rão"]
  /// *Dorme*, *chama*, *passou*, *viram*; but not *dormia*.
  private static let endingsNotOfI = ["a", "e", "ou", "eu", "iu", "m", "s", "ão", "á"]
  private static let endingsOfBoth = [
    "ava", "ia", "sse", "era", "ara", "ira", "ora", "inha", "unha", "ouxe", "oube", "ouve", "ive",
  ]
  private static let verbsOfI: Set<String> = [
    "sou", "estou", "dou", "vou", "pude", "quis", "pus", "vim",
  ]
}
