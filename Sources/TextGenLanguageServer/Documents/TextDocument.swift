/// A document as its client has it: UTF-8 by lines, each with its line end (`\n`, `\r\n` or `\r`).
package struct TextDocument: Sendable, Hashable {
  /// A place in a document, from 0; columns are in the client's encoding.
  package struct Position: Sendable, Hashable {
    package var line: Int
    package var column: Int

    /// A place.
    package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
  }

  package let language: String
  package private(set) var lines: [[UInt8]]
  /// Counts changes.
  package private(set) var revision = 0

  /// A document of the language that its client calls so.
  package init(_ text: String, language: String = "plaintext") {
    self.language = language
    lines = Self.lines(of: Array(text.utf8))
  }

  /// The text.
  package var text: String { String(decoding: lines.joined(), as: UTF8.self) }

  /// Puts `text` in the place of what is between two places; places beyond an end are that end.
  package mutating func replace(
    from start: Position, to end: Position, with text: String, _ encoding: PositionEncoding
  ) {
    let (first, last) = (clamped(start, encoding), clamped(end, encoding))
    let (from, to) = (min(first, last), max(first, last))
    // With the neighbours: a line end may be made or broken between them.
    let (low, high) = (max(0, from.line - 1), min(lines.count - 1, to.line + 1))
    var changed: [UInt8] = []
    for line in low..<from.line { changed += lines[line] }
    changed += lines[from.line][..<from.byte]
    changed += text.utf8
    changed += lines[to.line][to.byte...]
    if high > to.line { changed += lines[high] }
    var new = Self.lines(of: changed)
    // An empty line at the end is there only where the document ends.
    if high < lines.count - 1, new.last?.isEmpty == true { new.removeLast() }
    lines.replaceSubrange(low...high, with: new)
    revision += 1
  }

  /// Makes `text` the whole document.
  package mutating func replaceAll(with text: String) {
    lines = Self.lines(of: Array(text.utf8))
    revision += 1
  }

  /// A place by its line and the bytes before it in that line.
  struct Place: Comparable {
    var line: Int
    var byte: Int

    static func < (one: Place, other: Place) -> Bool {
      (one.line, one.byte) < (other.line, other.byte)
    }
  }

  /// The place of a position; what is beyond an end is that end.
  func clamped(_ position: Position, _ encoding: PositionEncoding) -> Place {
    guard position.line >= 0 else { return Place(line: 0, byte: 0) }
    guard position.line < lines.count else {
      return Place(line: lines.count - 1, byte: content(of: lines.count - 1).count)
    }
    return Place(
      line: position.line,
      byte: encoding.bytes(in: content(of: position.line), before: position.column))
  }

  /// A line without its end.
  func content(of line: Int) -> ArraySlice<UInt8> {
    let bytes = lines[line]
    return bytes.prefix { $0 != 0x0A && $0 != 0x0D }
  }

  /// The lines of `bytes`, of which the last one has no end.
  private static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    var (lines, start, index): ([[UInt8]], Int, Int) = ([], 0, 0)
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      lines.append(Array(bytes[start..<index]))
      start = index
    }
    return lines + [Array(bytes[start...])]
  }
}
