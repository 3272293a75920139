import TextGenProsody
import TextGenTokenization
import TextGenVerse
import TextGenWords

/// The words of a lexicon for verse, and the signs around them, as the tokens of a model.
struct SpelledLexicon: Sendable {
  let lexicon: VerseLexicon
  let lineBreak: TokenID
  /// The words inside a line, after a space.
  let inner: TokenTrie
  /// The words at the head of a line, with a capital.
  let head: TokenTrie
  /// The token of each sign that has one of its own.
  let signs: [Sign: TokenID]
  /// The tokens of each word after a space.
  private let spellings: [[TokenID]]
  private let ids: [String: WordID]

  /// The most probable words of `known` that can stand in verse, whose rhymes of `kind` hold where
  /// `strictness` says.
  ///
  /// How probable a word is, the counts of its tokens in the training text tell.
  ///
  /// - Parameter asked: words that it has if the model knows them, however rare they are.
  init(
    _ known: Lexicon, tokenizer: any Tokenizer, strictness: Strictness,
    kind: RhymeKind = .consoante, asked: [String] = []
  ) {
    let frequency = WordFrequency.portuguese
    let wanted = Set(asked.flatMap { [$0, $0 + "s", $0 + "es"] })
    let words = known.words().filter {
      Self.isForVerse($0) && (frequency.knows($0) || wanted.contains($0))
    }
    let spelled = tokenizer.spellings(of: ["a"] + words.map { " " + $0 }).dropFirst()
    let vocabulary = tokenizer.vocabulary
    let total = (0..<vocabulary.count).reduce(Double(vocabulary.count)) {
      $0 + Double(vocabulary.occurrences(of: TokenID($1)))
    }
    var candidates: [(entry: VerseLexicon.Entry, tokens: [TokenID])] = []
    for (word, tokens) in zip(words, spelled) {
      guard let tokens else { continue }
      let guess = tokens.reduce(0.0) { sum, token in
        sum + logarithm(Double(vocabulary.occurrences(of: token) + 1) / total)
      }
      guard
        let logProbability = frequency.logProbability(of: word, near: guess)
          ?? (wanted.contains(word) ? guess : nil)
      else { continue }
      candidates.append(
        (entry: VerseLexicon.Entry(word, Float(logProbability)), tokens: tokens))
    }
    candidates.sort { first, second in
      let (a, b) = (first.entry, second.entry)
      return a.logProbability != b.logProbability
        ? a.logProbability > b.logProbability : a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
    candidates = candidates.enumerated().filter {
      $0.offset < Self.mostWords || wanted.contains($0.element.entry.text)
    }.map(\.element)
    let lexicon = VerseLexicon(candidates.map(\.entry), strictness: strictness, kind: kind)
    let heads = tokenizer.spellings(
      of: candidates.flatMap { ["\n", $0.entry.text.capitalizedFirst] })
    self.lexicon = lexicon
    lineBreak = tokenizer.lineBreak
    spellings = candidates.map(\.tokens)
    inner = TokenTrie(
      candidates.indices.map { (word: WordID($0), tokens: candidates[$0].tokens) }, of: lexicon)
    head = TokenTrie(
      candidates.indices.compactMap { index in
        heads[2 * index + 1].map { (word: WordID(index), tokens: $0) }
      }, of: lexicon)
    signs = Dictionary(
      uniqueKeysWithValues: Sign.allCases.compactMap { sign -> (Sign, TokenID)? in
        let tokens = tokenizer.spellings(of: ["a", sign.rawValue])[1] ?? []
        return tokens.count == 1 ? (sign, tokens[0]) : nil
      })
    ids = Dictionary(
      candidates.indices.map { (candidates[$0].entry.text, WordID($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The trie of the words that rhyme with one another.
  func trie(ofClass number: Int) -> TokenTrie {
    TokenTrie(
      lexicon.classes[number].map { (word: $0, tokens: spellings[Int($0)]) }, of: lexicon)
  }

  /// The word that is spelled so, in small letters.
  func word(_ text: String) -> WordID? { ids[text] }

  /// So many words are enough for a poet, and are read in a moment.
  private static let mostWords = 16_000

  /// Whether `word` is one of small letters alone; single letters are words where they have a vowel.
  private static func isForVerse(_ word: String) -> Bool {
    var letters = 0
    for scalar in word.unicodeScalars {
      let isSmall =
        scalar.isASCII
        ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase && scalar.isLetter
      guard isSmall else { return false }
      letters += 1
    }
    return letters > 1 || ["a", "e", "o", "à", "é", "ó"].contains(word)
  }
}

/// A sign that stands behind a word.
enum Sign: String, Sendable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case colon = ":"
  case stop = "."
  case exclamation = "!"
  case question = "?"
  case ellipsis = "\u{2026}"

  /// What it means for the metre inside a line; nil where it ends a sentence.
  var pause: Pause? {
    switch self {
    case .comma: .light
    case .semicolon, .colon: .strong
    case .stop, .exclamation, .question, .ellipsis: nil
    }
  }

  /// Whether what follows it is another sentence.
  var endsSentence: Bool { self != .comma && self != .ellipsis }

  /// Whether a line that has to end so may end with it.
  func fits(_ ending: OutlineLine.Ending) -> Bool {
    switch ending {
    case .any: true
    case .stop: pause == nil
    case .pause: self != .comma && self != .ellipsis
    case .noPause: self == .comma
    }
  }
}

extension Tokenizer {
  /// The tokens of each of `pieces` in the text that they make together; nil where a token is unknown or
  /// belongs to two of them.
  func spellings(of pieces: [String]) -> [[TokenID]?] {
    let encoding = encoding(of: pieces.joined())
    var unknown = encoding.unknownSpellings[...]
    var result: [[TokenID]?] = []
    var (tokens, rest) = (encoding.tokens[...], 0)
    var previous: TokenID?
    for piece in pieces {
      var found: [TokenID] = []
      var isKnown = rest == 0
      rest += piece.utf8.count
      while rest > 0, let token = tokens.popFirst() {
        var length = surface(of: token, after: previous).count
        if token == self.unknown, let spelling = unknown.popFirst() {
          // The unknown token shows as U+FFFD, three bytes, perhaps after a space.
          length += spelling.utf8.count - 3
          isKnown = false
        }
        rest -= length
        found.append(token)
        previous = token
      }
      result.append(isKnown && rest == 0 ? found : nil)
    }
    return result
  }
}

extension String {
  /// With a capital at its beginning.
  var capitalizedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
