import TextGenWords

/// A text with places to be filled: the literal parts and the places between them.
///
/// A place is a blank, two or more underscores anywhere, or the end: a last `...`, `…` or `___`, or
/// the end of a text that has neither. White space, closing quotes and closing brackets may stand
/// after a last mark. A blank that touches letters or joiners is a part of a word: `in___vel` asks
/// for words that begin with `in` and end with `vel`. A last mark that touches a word comes after it.
struct CompletionPattern: Sendable, Hashable {
  /// A place for one word.
  struct Place: Sendable, Hashable {
    /// The number of characters (grapheme clusters) of the text before the word or the mark.
    var offset: Int
    /// The mark as it was written; empty at the end of a text without one.
    var mark: String
    /// What the word begins with.
    var prefix = ""
    /// What the word ends with.
    var suffix = ""
  }

  /// The places in the order of the text.
  private(set) var places: [Place] = []
  /// The text before each place and, as its last element, the text after the last place.
  private(set) var literals: [String] = []
  /// Whether the last place is the end of the text, where the sentence goes on.
  private(set) var isOpen = false

  /// Finds the places of `text`, at most `limit`; with `lastWord` unfinished, the end completes the
  /// last word.
  ///
  /// - Throws: `CompletionError.tooManyBlanks`, before any of them is taken out of the text.
  init(_ text: String, lastWord: LastWord, limit: Int = .max) throws(CompletionError) {
    let characters = Array(text)
    let mark = Self.lastMark(of: characters)
    let blanksEnd = mark?.lowerBound ?? characters.count
    let blanks = Self.blanks(in: characters[..<blanksEnd])
    isOpen = mark != nil || blanks.isEmpty || lastWord == .unfinished
    let count = blanks.count + (isOpen ? 1 : 0)
    guard count <= limit else { throw .tooManyBlanks(found: count, limit: limit) }
    var start = 0
    for blank in blanks {
      start = addBlank(blank, in: characters[..<blanksEnd], after: start)
    }
    guard isOpen else {
      literals.append(String(characters[start...]))
      return
    }
    let end = mark ?? characters.count..<characters.count
    let isPartial = lastWord == .unfinished && mark == nil
    let word =
      isPartial ? Self.wordStart(before: end.lowerBound, in: characters[...], from: start) : nil
    let place = word ?? end.lowerBound
    literals.append(String(characters[start..<place]))
    places.append(
      Place(
        offset: place, mark: String(characters[end]),
        prefix: String(characters[place..<end.lowerBound])))
    literals.append(String(characters[end.upperBound...]))
  }

  /// The place of one word between what was written before and `right`: it begins with `prefix` and
  /// ends with the letters that `right` begins with.
  init(prefix: String, before right: String) {
    let characters = Array(right)
    let end = Self.wordEnd(after: 0, in: characters[...])
    places = [
      Place(offset: 0, mark: "", prefix: prefix, suffix: String(characters[..<end]))
    ]
    literals = ["", String(characters[end...])]
  }

  private mutating func addBlank(
    _ blank: Range<Int>, in characters: ArraySlice<Character>, after start: Int
  ) -> Int {
    let first = Self.wordStart(before: blank.lowerBound, in: characters, from: start)
    let last = Self.wordEnd(after: blank.upperBound, in: characters)
    literals.append(String(characters[start..<first]))
    places.append(
      Place(
        offset: first, mark: String(characters[blank]),
        prefix: String(characters[first..<blank.lowerBound]),
        suffix: String(characters[blank.upperBound..<last])))
    return last
  }
}

/// Whether the last word of a text is finished.
package enum LastWord: Sendable, Hashable {
  /// The next word is asked for.
  case finished
  /// The last word is still being typed.
  case unfinished

  /// `text` before the word that is being typed at its end, and the letters of that word, if there is one.
  package static func split(_ text: String) -> (before: Substring, typed: Substring) {
    // No word has more letters than a search spells anew, each of one byte or more.
    let end = Array(text.suffix(1024))
    let start = CompletionPattern.wordStart(before: end.count, in: end[...], from: 0)
    let count = end.count - start
    return (text.dropLast(count), text.suffix(count))
  }
}

extension CompletionPattern {
  /// The runs of two or more underscores.
  private static func blanks(in characters: ArraySlice<Character>) -> [Range<Int>] {
    var blanks: [Range<Int>] = []
    var index = characters.startIndex
    while index < characters.endIndex {
      let end = characters[index...].firstIndex { $0 != "_" } ?? characters.endIndex
      if end - index >= 2 { blanks.append(index..<end) }
      index = max(end, index + 1)
    }
    return blanks
  }

  /// The mark with which the text ends, closing characters aside.
  private static func lastMark(of characters: [Character]) -> Range<Int>? {
    let closers: Set<Character> = ["\"", "'", "\u{2019}", "”", "»", ")", "]", "}"]
    let end = (characters.lastIndex { !$0.isWhitespace && !closers.contains($0) } ?? -1) + 1
    for marks in [["_"], [".", "…"]] as [Set<Character>] {
      let start = (characters[..<end].lastIndex { !marks.contains($0) } ?? -1) + 1
      let mark = characters[start..<end]
      let needed = marks.contains("_") ? 2 : mark.contains("…") ? 1 : 3
      if mark.count >= needed { return start..<end }
    }
    return nil
  }

  /// The beginning of the word that ends at `end`, a joiner at its end included; `end` for none.
  fileprivate static func wordStart(
    before end: Int, in characters: ArraySlice<Character>, from start: Int
  ) -> Int {
    var first = end
    while first > start {
      let character = characters[first - 1]
      let isJoiner = character.isWordJoiner && first - 1 > start
      guard character.isLetterOrNumber || isJoiner && characters[first - 2].isLetterOrNumber
      else { break }
      first -= 1
    }
    return first
  }

  /// The end of the word that goes on at `start`, a joiner at its beginning included.
  private static func wordEnd(after start: Int, in characters: ArraySlice<Character>) -> Int {
    var end = start
    while end < characters.endIndex {
      let character = characters[end]
      let isJoiner = character.isWordJoiner && end + 1 < characters.endIndex
      guard character.isLetterOrNumber || isJoiner && characters[end + 1].isLetterOrNumber
      else { break }
      end += 1
    }
    return end
  }
}

extension Character {
  /// Whether the character belongs to words and is no underscore.
  fileprivate var isLetterOrNumber: Bool { isWordCharacter && self != "_" }
}
