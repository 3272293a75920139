/// Which lines rhyme: a class for each line of each stanza.
package struct Scheme: Sendable, Hashable {
  /// Nil is a line that rhymes with no other.
  let stanzas: [[Int?]]

  init(stanzas: [[Int?]]) { self.stanzas = stanzas }

  /// Reads letters: `x` or a letter that occurs once rhymes with nothing; a space or `/` is a blank
  /// line. Nil for other signs and for no line.
  package init?(_ text: some StringProtocol) {
    let rows = text.split { $0 == " " || $0 == "/" }
    guard !rows.isEmpty, rows.joined().allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    let letters = rows.joined().uppercased()
    stanzas = rows.map { row in
      row.uppercased().map { letter in
        let isAlone = letter == "X" || letters.filter { $0 == letter }.count == 1
        return isAlone ? nil : letter.asciiValue.map { Int($0) - 65 }
      }
    }
  }

  /// Lines.
  package var count: Int { stanzas.reduce(0) { $0 + $1.count } }

  /// The scheme in letters from A in order of appearance, `x` where a line rhymes with nothing.
  package var text: String {
    var letters: [Int: Int] = [:]
    return stanzas.map { stanza in
      stanza.map { row in
        guard let row else { return "x" }
        let index = letters[row] ?? letters.count
        letters[row] = index
        return Self.letter(index)
      }.joined()
    }.joined(separator: " ")
  }

  /// A to Z, then A2 to Z2 and so on; X is left out, since x means no rhyme.
  static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWYZ")
    let round = index / letters.count
    return String(letters[index % letters.count]) + (round == 0 ? "" : String(round + 1))
  }

  /// `stanza` in every stanza, with its own classes in each.
  static func repeated(_ stanza: [Int?], count: Int) -> Scheme {
    Scheme(stanzas: (0..<count).map { index in stanza.map { $0.map { $0 + index * 100 } } })
  }

  /// ABA BCB … YZY Z.
  static func terzaRima(tercets: Int) -> Scheme {
    Scheme(stanzas: (0..<tercets).map { [$0, $0 + 1, $0] } + [[tercets]])
  }
}
