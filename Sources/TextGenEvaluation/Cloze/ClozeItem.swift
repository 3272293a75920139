import FoundationEssentials

/// A sentence with one word left out, the words that people would accept there, and some that make no
/// sense.
package struct ClozeItem: Sendable, Hashable, Codable {
  /// The sentence with one blank, `___`.
  package var text: String
  /// The words that make sense, one at least.
  package var accepted: [String]
  /// Words that fit the grammar and make no sense.
  package var wrong: [String]
  /// How many words before the blank the word stands that decides; nil where that is not known.
  package var cue: Int?

  /// An item.
  package init(text: String, accepted: [String], wrong: [String], cue: Int? = nil) {
    self.text = text
    self.accepted = accepted
    self.wrong = wrong
    self.cue = cue
  }

  /// The items of a text with one JSON object a line.
  ///
  /// - Throws: `ClozeError` for a line that is no item.
  package static func items(in text: String) throws(ClozeError) -> [ClozeItem] {
    let decoder = JSONDecoder()
    var items: [ClozeItem] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let item = try? decoder.decode(ClozeItem.self, from: Data(line.utf8)) else {
        throw .unreadable(line: index + 1)
      }
      guard item.parts.count == 2 else { throw .blanks(line: index + 1, item.parts.count - 1) }
      guard !item.accepted.isEmpty else { throw .nothingAccepted(line: index + 1) }
      items.append(item)
    }
    guard !items.isEmpty else { throw .empty }
    return items
  }

  /// The sentence with `word` in its blank.
  func text(with word: String) -> String { parts.joined(separator: word) }

  /// What stands around the blanks.
  private var parts: [Substring] {
    text.split(separator: Self.blank, omittingEmptySubsequences: false)
  }

  private static var blank: String { "___" }
}

/// Why a text holds no cloze items: one sentence.
package enum ClozeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line is no JSON object of an item.
  case unreadable(line: Int)
  /// The sentence has no blank, or several.
  case blanks(line: Int, Int)
  /// No word is accepted.
  case nothingAccepted(line: Int)
  /// There is no item.
  case empty

  /// The sentence for people.
  package var description: String {
    switch self {
    case .unreadable(let line):
      "line \(line) isn't a cloze item; expected a JSON object with text, accepted and wrong, such as "
        + #"{"text":"O gato bebe ___.","accepted":["leite"],"wrong":["areia"]}"#
    case .blanks(let line, let count):
      "the sentence in line \(line) has \(count) blanks; expected one, written ___"
    case .nothingAccepted(let line):
      "the item in line \(line) accepts no word; expected one at least"
    case .empty:
      "there is no cloze item; expected one JSON object a line"
    }
  }
}
