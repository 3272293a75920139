/// The tokens of a text in which what is unknown gave way to the nearest known form.
package struct NearestEncoding: Sendable, Hashable {
  /// What became of an unknown spelling.
  package struct Replacement: Sendable, Hashable {
    /// The spelling in the text.
    package let original: String
    /// The known form that stands for it; nil when it stays unknown.
    package let used: String?
  }

  /// The tokens.
  package let tokens: [TokenID]
  /// One replacement for each unknown spelling, in the order of the text.
  package let replacements: [Replacement]
}

extension Tokenizer {
  /// The tokens of `text`, for a prompt: what the vocabulary lacks is tried without its accents, in
  /// lower case, in lower case without its accents, then as plain signs (`"` for `“`, `...` for
  /// `…`); what is unknown even so stays so.
  package func nearestEncoding(of text: String) -> NearestEncoding {
    let exact = encoding(of: text)
    guard !exact.unknownSpellings.isEmpty else {
      return NearestEncoding(tokens: exact.tokens, replacements: [])
    }
    var used: [[UInt8]: String?] = [:]
    var replacements: [NearestEncoding.Replacement] = []
    for spelling in exact.unknownSpellings {
      let key = Array(spelling.utf8)
      guard used[key] == nil else { continue }
      let known = NearestForms(of: spelling).first { encoding(of: $0).unknownSpellings.isEmpty }
      used[key] = .some(known)
      replacements.append(NearestEncoding.Replacement(original: spelling, used: known))
    }
    let replaced = respell(exact) { (used[Array($0.utf8)] ?? nil) ?? $0 }
    return NearestEncoding(tokens: encode(replaced), replacements: replacements)
  }

  /// The text of `encoding` with every unknown spelling put through `form`.
  private func respell(_ encoding: Encoding, _ form: (String) -> String) -> String {
    var bytes: [UInt8] = []
    var spellings = encoding.unknownSpellings[...]
    var previous: TokenID?
    for token in encoding.tokens {
      let surface = surface(of: token, after: previous)
      if token == unknown, let spelling = spellings.popFirst() {
        // The surface of the unknown token ends with U+FFFD, of three bytes.
        bytes += surface.dropLast(3) + Array(form(spelling).utf8)
      } else {
        bytes += surface
      }
      previous = token
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Forms of a spelling from the nearest to the farthest.
private struct NearestForms: Sequence {
  private let forms: [String]

  init(of spelling: String) {
    let plain = Self.withoutMarks(spelling)
    let lower = spelling.lowercased()
    forms = [
      plain, lower, Self.withoutMarks(lower), Self.withPlainSigns(spelling),
      Self.withPlainSigns(Self.withoutMarks(lower)),
    ].filter { !$0.isEmpty }
  }

  func makeIterator() -> IndexingIterator<[String]> { forms.makeIterator() }

  private static func withoutMarks(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    plain.append(
      contentsOf: UnicodeForm.decomposed(text).unicodeScalars.filter {
        $0.properties.generalCategory != .nonspacingMark
      })
    return UnicodeForm.composed(String(plain))
  }

  /// Typographic quotes and dashes as those of a keyboard, ligatures and wide forms as plain letters.
  private static func withPlainSigns(_ text: String) -> String {
    UnicodeForm.compatible(text).unicodeScalars.map { plainSigns[$0] ?? String($0) }.joined()
  }

  private static let plainSigns: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "‚": "'", "‐": "-",
    "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
  ]
}
