/// Lines in stanzas, perhaps under a title.
package struct Poem: Sendable, Hashable {
  package let title: String?
  /// None is empty.
  package let stanzas: [[String]]

  package init(title: String? = nil, stanzas: [[String]]) {
    self.title = title
    self.stanzas = stanzas
  }

  /// The lines of all stanzas.
  package var lines: [String] { stanzas.flatMap { $0 } }

  /// The lines, with a blank one between stanzas.
  package var text: String {
    stanzas.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Whether the first line of a poem may be its title.
  package enum TitleReading: Sendable {
    /// A single line before the first blank line is the title if no punctuation ends it.
    case detected
    /// All lines are verse.
    case none
  }

  /// The poems of a text: blank lines part stanzas, a line `* * *` parts poems.
  package static func poems(in text: String, titles: TitleReading = .detected) -> [Poem] {
    var poems: [Poem] = []
    var stanzas: [[String]] = []
    var stanza: [String] = []
    func endStanza() {
      if !stanza.isEmpty { stanzas.append(stanza) }
      stanza = []
    }
    func endPoem() {
      endStanza()
      if !stanzas.isEmpty { poems.append(Poem(stanzas, titles)) }
      stanzas = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let trimmed = line.trimmed
      if trimmed.isEmpty {
        endStanza()
      } else if trimmed == "* * *" {
        endPoem()
      } else {
        stanza.append(String(trimmed))
      }
    }
    endPoem()
    return poems
  }

  private init(_ stanzas: [[String]], _ titles: TitleReading) {
    guard titles == .detected, stanzas.count > 1, stanzas[0].count == 1,
      let last = stanzas[0][0].lastSign, !".!?\u{2026},;:".contains(last)
    else {
      self.init(stanzas: stanzas)
      return
    }
    self.init(title: stanzas[0][0], stanzas: Array(stanzas.dropFirst()))
  }
}

extension StringProtocol {
  /// Without white space around it.
  package var trimmed: SubSequence {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return rest
  }

  /// The last character that is no quote or bracket.
  var lastSign: Character? {
    last { !$0.isWhitespace && !"\"'\u{BB}\u{201D}\u{2019})]".contains($0) }
  }
}
