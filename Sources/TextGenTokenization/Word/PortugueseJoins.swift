/// What Portuguese writes as one word though ICU cuts it: compounds and clitics (`guarda-chuva`,
/// `dir-se-ia`), currencies (`R$`), ordinals (`1.º`), runs of stops and of hyphens, and addresses.
///
/// A full stop after an abbreviation (`Sr.`) stays a token of its own, since no rule tells it from
/// the end of a sentence and the space around it is implied either way.
struct PortugueseJoins {
  /// The number of ICU's segments.
  let count: Int
  private let text: [UInt8]
  private let base: Int32
  private let limit: Int
  private let ends: [Int32]
  /// What the segments are to ICU: below 100 neither word nor number, below 200 a number.
  private let statuses: [Int16]

  /// Joins of what `iterator` found in `range` of `text`.
  init(text: [UInt8], iterator: BreakIterator, range: Range<Int>) {
    self.text = text
    base = Int32(range.lowerBound)
    limit = range.upperBound
    count = iterator.count
    ends = iterator.ends
    statuses = iterator.statuses
  }

  /// Where a segment ends in the text.
  @inline(__always)
  func end(of index: Int) -> Int32 { base + ends[index] }

  /// Whether a segment is neither word nor number.
  @inline(__always)
  func isSign(_ index: Int) -> Bool { statuses[index] < 100 }

  /// The last of the segments that form one word with segment `index`.
  @inline(__always)
  func lastSegment(from index: Int) -> Int {
    let next = index + 1
    guard next < count else { return index }
    let following = text[Int(end(of: index))]
    if statuses[index] >= 100 {
      // Most words end before one of these signs or before a space.
      switch following {
      case UInt8.space, UInt8(ascii: ","), UInt8.lineFeed: return index
      default: return lastSegmentOfWord(from: index)
      }
    }
    if following == UInt8(ascii: ".") || following == UInt8(ascii: "-") {
      return lastSegmentOfRun(from: index, of: following)
    }
    // Some versions of ICU keep `@nome` whole, others cut it.
    return isSign(index, UInt8(ascii: "@")) && isWord(next) ? lastSegmentOfWord(from: next) : index
  }

  /// `...` and `--`, of any length.
  private func lastSegmentOfRun(from index: Int, of sign: UInt8) -> Int {
    guard isSign(index, sign) else { return index }
    var last = index
    while isSign(last + 1, sign) { last += 1 }
    return last
  }

  private func lastSegmentOfWord(from index: Int) -> Int {
    if let last = lastSegmentOfAddress(from: index) { return last }
    var last = index
    while isWord(last + 2) {
      let bothAreNumbers = statuses[last] < 200 && statuses[last + 2] < 200
      guard isHyphen(last + 1) && !bothAreNumbers || isSign(last + 1, UInt8(ascii: "@")) else {
        break
      }
      last += 2
    }
    if last == index, isSign(index + 1, UInt8(ascii: "$")), isShortASCIIWord(index) {
      return index + 1
    }
    if last == index, isSign(index + 1, UInt8(ascii: ".")), isNumber(index),
      isOrdinalSign(index + 2)
    {
      return index + 2
    }
    return last
  }

  /// `https://example.pt/a?b=c` and `www.example.pt/a`, up to white space or a quote, without the
  /// punctuation at the end.
  private func lastSegmentOfAddress(from index: Int) -> Int? {
    let start = start(of: index)
    guard text[start] | 0x20 == UInt8(ascii: "h") || text[start] | 0x20 == UInt8(ascii: "w") else {
      return nil
    }
    guard begins(start, "http://") || begins(start, "https://") || begins(start, "www.") else {
      return nil
    }
    var end = start
    while end < limit, text[end] > .space, !Self.endOfAddress.contains(text[end]),
      text[end] < 0x80 || !isWhite(codePoint(of: text, at: end).value)
    {
      end += codePointLength(text[end])
    }
    while Self.trailingSigns.contains(text[end - 1]) { end -= 1 }
    var last = index
    while last + 1 < count, Int(self.end(of: last + 1)) <= end { last += 1 }
    return last
  }

  private static let endOfAddress = Array("<>\"".utf8)
  private static let trailingSigns = Array(".,;:!?)]}'".utf8)

  private func start(of index: Int) -> Int {
    Int(index == 0 ? base : end(of: index - 1))
  }

  private func begins(_ start: Int, _ prefix: StaticString) -> Bool {
    text[start...].prefix(prefix.utf8CodeUnitCount).map { $0 | 0x20 }.elementsEqual(
      "\(prefix)".utf8.map { $0 | 0x20 })
  }

  private func isWord(_ index: Int) -> Bool { index < count && statuses[index] >= 100 }

  private func isNumber(_ index: Int) -> Bool { 100..<200 ~= statuses[index] }

  private func isSign(_ index: Int, _ sign: UInt8) -> Bool {
    guard index < count else { return false }
    let start = start(of: index)
    return text[start] == sign && Int(end(of: index)) == start + 1
  }

  /// The hyphen-minus, the hyphen U+2010 or the one that does not break, U+2011.
  private func isHyphen(_ index: Int) -> Bool {
    if isSign(index, UInt8(ascii: "-")) { return true }
    let start = start(of: index)
    return Int(end(of: index)) == start + 3 && text[start] == 0xE2 && text[start + 1] == 0x80
      && (text[start + 2] == 0x90 || text[start + 2] == 0x91)
  }

  /// The letters of a currency: `R`, `US`, `Cr`, `NCz`.
  private func isShortASCIIWord(_ index: Int) -> Bool {
    let word = text[start(of: index)..<Int(end(of: index))]
    return word.count <= 3 && word.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// `º` or `ª`, perhaps with an `s`.
  private func isOrdinalSign(_ index: Int) -> Bool {
    guard index < count else { return false }
    let start = start(of: index)
    return text[start] == 0xC2 && (text[start + 1] == 0xBA || text[start + 1] == 0xAA)
  }
}
