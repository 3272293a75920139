import TextGenGeneration
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

/// The probabilities of the next words by enumeration of all token sequences.
///
/// Works on decoded strings and regular expressions, independently of the search under test.
struct BruteForce {
  let model: StubModel
  let tokenizer: any Tokenizer
  /// The probabilities of words, and of the required text, before the division.
  private var words: [String: Double] = [:]
  private(set) var required = 0.0

  init(_ model: StubModel, _ tokenizer: any Tokenizer) {
    self.model = model
    self.tokenizer = tokenizer
  }

  /// The probabilities of the words after `read` whose text begins with `gap` + `prefix`, given
  /// that it does.
  mutating func words(
    after read: [TokenID], gap: String, prefix: String
  ) -> [String: Double] {
    (words, required) = ([:], 0)
    var state = model.makeState()
    model.feed(read, to: &state)
    visit(state, read.last, [], 1, Array(gap.utf8), Array(prefix.utf8), false)
    return words.filter { $0.key.hasPrefix(prefix) && $0.key.contains(where: \.isLetter) }
      .mapValues { $0 / required }
  }

  /// The probabilities of the words after `read` and `gap` for which the beginning `typed` was typed,
  /// given that; the only letters with a diacritic are ã and À.
  mutating func words(
    after read: [TokenID], gap: String, typed: String
  ) -> [String: Double] {
    var sum: [String: Double] = [:]
    var total = 0.0
    let beginnings: [(String, Double)] =
      typed == "a" ? [("a", 1), ("ã", 0.1), ("À", 0.003)] : [(typed, 1)]
    for (beginning, weight) in beginnings {
      let found = words(after: read, gap: gap, prefix: beginning)
      guard required > 0 else { continue }
      for (word, probability) in found { sum[word, default: 0] += probability * required * weight }
      total += required * weight
    }
    return sum.mapValues { $0 / total }
  }

  private mutating func visit(
    _ state: StubModel.State, _ last: TokenID?, _ bytes: [UInt8], _ mass: Double,
    _ gap: [UInt8], _ prefix: [UInt8], _ isCounted: Bool
  ) {
    let row = model.logProbabilities(after: [state])[0]
    for token in row.indices {
      let mass = mass * exponential(Double(row[token]))
      guard mass > 0 else { continue }
      let text = bytes + tokenizer.surface(of: TokenID(token), after: last)
      let wanted = gap + prefix
      guard text.starts(with: wanted.prefix(text.count)) else { continue }
      let isWritten = text.count >= wanted.count
      if isWritten, !isCounted { required += mass }
      let tail = Array(text.dropFirst(gap.count))
      let isTokenWord = tokenizer.unit == .word && text.count > gap.count
      if isWritten, let word = Self.endedWord(tail, isTokenWord: isTokenWord) {
        if let word { words[word, default: 0] += mass }
        continue
      }
      if isTokenWord { continue }
      var next = state
      model.feed([TokenID(token)], to: &next)
      visit(next, TokenID(token), text, mass, gap, prefix, isWritten)
    }
  }

  /// nil while the word can go on; the word, or nil when none begins `bytes`, as soon as it cannot.
  private static func endedWord(_ bytes: [UInt8], isTokenWord: Bool) -> String?? {
    // Bytes that one, two or three more can complete are undecided.
    let completions = [[0x94], [0x99], [0x80, 0x94], [0x80, 0x80, 0x80]] as [[UInt8]]
    let text = String(decoding: bytes, as: UTF8.self)
    if String(validating: bytes, as: UTF8.self) == nil,
      completions.contains(where: { String(validating: bytes + $0, as: UTF8.self) != nil })
    {
      return Optional.none
    }
    let word = text.prefixMatch(of: /\w+(?:[-'’]\w+)*/).map { String($0.output) }
    guard let word else { return text.isEmpty ? Optional.none : .some(nil) }
    let rest = text.dropFirst(word.count)
    let isOpen = rest.isEmpty || rest.count == 1 && "-'’".contains(rest)
    return isOpen && !isTokenWord ? Optional.none : .some(word)
  }
}
