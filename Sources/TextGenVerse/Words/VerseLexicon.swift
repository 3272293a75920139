package import TextGenProsody

/// The number of a word in a lexicon for verse.
package typealias WordID = Int32

/// Words that can stand in a line of verse, with all that a search asks about them.
///
///     let lexicon = VerseLexicon(words, strictness: .both)
///     let rhymes = lexicon.words(ofClass: lexicon[id].rhyme ?? 0)
///
/// A word that people count in more than one way is left out.
package struct VerseLexicon: Sendable {
  /// What is known of a word.
  @dynamicMemberLookup
  package struct Word: Sendable, Hashable {
    package let text: String
    package let traits: Traits

    package subscript<Value>(dynamicMember path: KeyPath<Traits, Value>) -> Value {
      traits[keyPath: path]
    }
  }

  /// What is known of a word besides its letters; to copy it costs nothing.
  package struct Traits: Sendable, Hashable {
    /// The natural logarithm of its probability without a context.
    package let logProbability: Float
    /// Its shape inside a line; nil where it can't stand there.
    package let inner: Int?
    /// Its shape at the end of a line; nil where it can't stand there.
    package let last: Int?
    /// The class of words that rhyme with it; nil where that isn't certain.
    package let rhyme: Int?
    /// Its first letter in small, without an accent.
    package let initial: UInt8
    /// Whether it means something by itself: a poem has it once.
    package let isContent: Bool
    /// Whether a rhyme of two words with its ending is a poor one.
    package let isEasy: Bool
    /// Whether it ends as infinitives, participles, gerunds and many abstract nouns do.
    package let isInflected: Bool
    package let role: WordRole
    /// The number of the words that begin as it does: of these a poem has one.
    package let family: Int32
  }

  /// A word and the natural logarithm of its probability.
  package struct Entry: Sendable, Hashable {
    package let text: String
    package let logProbability: Float

    package init(_ text: String, _ logProbability: Float) {
      self.text = text
      self.logProbability = logProbability
    }
  }

  package let words: [Word]
  package let shapes: ShapeTable
  /// The words of each class of rhymes, those with a sure height alone, the most probable ones first.
  package let classes: [[WordID]]
  private let classNumbers: [RhymeClass: Int]

  private let strictness: Strictness
  private let kind: RhymeKind

  /// The lexicon of `entries` for rhymes of `kind` that hold where `strictness` says.
  package init(
    _ entries: [Entry], strictness: Strictness, kind: RhymeKind = .consoante
  ) {
    self.strictness = strictness
    self.kind = kind
    let syllabifier = Syllabifier(spelling: .standard)
    let rhymer = Rhymer(syllabifier: syllabifier)
    let readings = entries.mapOnAllCores {
      Reading(syllabifier.divide($0.text)) { rhymer.rhymeClass(of: $0, strictness, kind: kind) }
    }
    let (inner, last) = (readings.map(\.inner), readings.map(\.last))
    let shapes = ShapeTable(inner.compactMap { $0 } + last.compactMap { $0 })
    var numbers = shapes.numbers[...]
    let innerNumbers = inner.map { $0 == nil ? nil : numbers.popFirst() }
    let lastNumbers = last.map { $0 == nil ? nil : numbers.popFirst() }
    let texts = Set(entries.map(\.text))
    var known: [RhymeClass: Int] = [:]
    var families = Families()
    var words: [Word] = []
    var classes: [[WordID]] = []
    for (index, entry) in entries.enumerated() {
      var rhyme: Int?
      if lastNumbers[index] != nil, let found = readings[index].rhyme {
        let number = known[found] ?? classes.count
        if number == classes.count { classes.append([]) }
        known[found] = number
        classes[number].append(WordID(index))
        rhyme = number
      }
      words.append(
        Word(
          text: entry.text,
          traits: Traits(
            logProbability: entry.logProbability, inner: innerNumbers[index],
            last: rhyme == nil ? nil : lastNumbers[index], rhyme: rhyme,
            initial: Acrostic.initial(of: entry.text) ?? 0,
            isContent: readings[index].isContent,
            isEasy: EasyRhyme.ends(entry.text),
            isInflected: Self.inflectedSuffixes.contains { entry.text.hasSuffix($0) },
            role: WordRole(entry.text, isKnown: texts.contains),
            family: families.number(of: entry.text))))
    }
    self.words = words
    self.shapes = shapes
    self.classes = classes.map { members in
      members.sorted { first, second in
        let (a, b) = (words[Int(first)].logProbability, words[Int(second)].logProbability)
        return a != b ? a > b : first < second
      }
    }
    classNumbers = known
  }

  package subscript(id: WordID) -> Traits { words[Int(id)].traits }

  /// The letters of a word.
  package func text(of id: WordID) -> String { words[Int(id)].text }

  /// The class of a word that needn't be in the lexicon; nil where no word of the lexicon rhymes with it
  /// for certain.
  package func rhyme(of word: String) -> Int? {
    let rhymer = Rhymer()
    let divided = Syllabifier(spelling: .standard).divide(word.lowercased())
    return rhymer.rhymeClass(of: divided, strictness, kind: kind).flatMap { classNumbers[$0] }
  }

  private static let inflectedSuffixes = [
    "mento", "mentos", "dade", "dades", "eza", "ência", "er", "ir", "ada", "ados", "adas", "ido",
    "ida", "idos", "idas", "ando", "endo", "indo",
  ]
}

/// What the syllables of a word tell.
private struct Reading: Sendable {
  let isContent: Bool
  /// Its shapes inside a line and at its end; nil where it can't stand there.
  let inner: WordShape?
  let last: WordShape?
  let rhyme: RhymeClass?

  init(_ word: SyllabifiedWord, rhyme: (SyllabifiedWord) -> RhymeClass?) {
    isContent = word.weight == .strong
    inner = word.isOld ? nil : WordShape(word, at: .inside)
    last = isContent && !word.isOld ? WordShape(word, at: .end) : nil
    self.rhyme = last == nil ? nil : rhyme(word)
  }
}

/// Numbers words by what they begin with.
private struct Families {
  private var numbers: [String: Int32] = [:]

  /// So many letters make a stem.
  private static let stem = 5

  mutating func number(of word: String) -> Int32 {
    let stem = Self.stem(of: word)
    let number = numbers[stem] ?? Int32(numbers.count)
    numbers[stem] = number
    return number
  }

  /// The first letters of a word without the ending that tells number and gender: *frio*, *frias*.
  private static func stem(of word: String) -> String {
    var stem = word[...]
    if stem.count > 3, stem.hasSuffix("s") { stem.removeLast() }
    if stem.count > 2, let last = stem.last, "aeo".contains(last) { stem.removeLast() }
    return String(stem.prefix(Self.stem))
  }
}
