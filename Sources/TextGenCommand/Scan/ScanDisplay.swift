import TextGenProsody

/// A scanned poem for people: stressed syllables in bold, or in capitals without colour.
struct ScanDisplay {
  private let style: TerminalStyle
  private let poem: ScannedPoem
  private let form: Form?
  private let violations: [Violation]

  init(_ poem: ScannedPoem, form: Form?, violations: [Violation], style: TerminalStyle) {
    self.poem = poem
    self.form = form
    self.violations = violations
    self.style = style
  }

  var text: TerminalText {
    var text: TerminalText = ""
    if let title = poem.poem.title { text += style.bold(title) + "\n" }
    text += header + "\n"
    for (index, range) in poem.stanzas.enumerated() {
      if index > 0 { text += "\n" }
      for line in range { text += row(poem.lines[line]) + "\n" }
    }
    for violation in violations {
      text += TerminalText(ScanMessage.violation(violation).text) + "\n"
    }
    return text
  }

  private var header: TerminalText {
    let metre = poem.metre?.name ?? ScanMessage.noMetre.text
    let parts = [form?.name, metre, rhymes].compactMap { $0 }
    let left = parts.joined(separator: ", ")
    let count = poem.lines.count
    let right: ScanMessage =
      poem.metre == nil ? .lines(count) : .inMetre(poem.linesInMetre, of: count)
    return TerminalText(Self.padded(left, to: 72) + "  " + right.text)
  }

  private var rhymes: String {
    guard poem.lines.contains(where: { $0.rhyme.group != nil }) else {
      return ScanMessage.noRhymes.text
    }
    let isToante = poem.lines.contains { $0.rhyme.kind == .toante }
    let varieties =
      switch poem.strictness {
      case .brazil: "pt-BR"
      case .portugal: "pt-PT"
      case .both: ScanMessage.bothVarieties.text
      }
    return "\(poem.scheme) \(isToante ? "toante" : "consoante") (\(varieties))"
  }

  private func row(_ line: ScannedLine) -> TerminalText {
    let start = TerminalText(
      "\(Self.aligned(line.number, to: 2))  \(Self.padded(line.rhyme.letter, to: 1))  ")
    guard let reading = line.reading else {
      let beginning = line.text.count > 60 ? line.text.prefix(60) + "..." : line.text
      return start
        + TerminalText(ScanMessage.unread(String(beginning), line.unread).text)
    }
    let length = reading.divided.reduce(-1) { $0 + $1.text.count + 1 }
    let spaces = String(repeating: " ", count: max(2, width - length))
    return start + syllables(reading)
      + TerminalText(
        spaces + Self.aligned(reading.count, to: 2) + "   "
          + Self.padded(reading.pattern, to: patternWidth) + "   " + reading.ending.rawValue
          + mark(line, reading))
  }

  private func syllables(_ reading: Reading) -> TerminalText {
    var text: TerminalText = ""
    for (index, syllable) in reading.divided.enumerated() {
      if index > 0 { text += "|" }
      let letters = syllable.text
      if style.hasColor {
        text += syllable.isStressed ? style.bold(letters) : TerminalText(letters)
      } else {
        text += TerminalText(syllable.isStressed ? letters.uppercased() : letters.lowercased())
      }
    }
    return text
  }

  private func mark(_ line: ScannedLine, _ reading: Reading) -> String {
    if let asked = line.asked, asked.count != reading.count {
      return "  ! " + ScanMessage.asked(found: reading.count, asked: asked.count).text
    }
    if reading.licences.isEmpty && (line.isUnforced || line.asked == nil) { return "" }
    let kinds = reading.licences.map {
      ScanMessage.licence($0.kind.rawValue, syllable: $0.syllable).text
    }
    return "  *" + (kinds.isEmpty ? "" : " " + kinds.joined(separator: ", "))
  }

  private var width: Int {
    let lengths = poem.lines.compactMap { line in
      line.reading.map { $0.divided.reduce(-1) { $0 + $1.text.count + 1 } }
    }
    return min(72, (lengths.max() ?? 0) + 4)
  }

  private var patternWidth: Int {
    min(20, poem.lines.compactMap { $0.reading?.pattern.count }.max() ?? 0)
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func aligned(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }
}
