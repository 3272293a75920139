/// Cuts a text into normalised pieces at places that no token crosses.
///
/// A piece ends after a line end, before a single space between ASCII letters or digits, or inside
/// a run of spaces. So the tokens of the pieces, one after the other, are the tokens of the text, and
/// memory does not grow with the text. Only a stretch of 16 MiB without such a place, which no
/// language has, is cut all the same, where normalisation does not mind.
package struct TextPieces {
  /// The size of a piece in bytes, unless no place to cut lies within.
  package static let defaultSize = 1 << 16

  /// Bytes after which a piece is cut between any two letters, and between any two code points:
  /// offsets of ICU have 32 bits.
  private static let (largeSize, largestSize) = (1 << 24, 1 << 28)

  /// What normalisation has changed so far.
  package private(set) var changes = NormalizationChanges()
  private let bytes: [UInt8]
  private let end: Int
  private let size: Int
  private var position: Int

  /// The pieces of `range` of `bytes`, valid UTF-8; a byte order mark is dropped at offset 0 only.
  package init(
    _ bytes: [UInt8], in range: Range<Int>? = nil, size: Int = TextPieces.defaultSize
  ) {
    precondition(size > 0, "a piece of \(size) bytes")
    let range = range ?? bytes.indices
    self.bytes = bytes
    self.size = size
    position = range.lowerBound
    end = range.upperBound
    if position == 0, bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      changes.byteOrderMarks = 1
    }
  }

  /// Puts the next normalised piece into `piece`; false at the end of the text.
  package mutating func next(into piece: inout [UInt8]) -> Bool {
    guard position < end else { return false }
    let cut = nextCut()
    piece.removeAll(keepingCapacity: true)
    changes += TextNormalizer.append(bytes, position..<cut, to: &piece)
    position = cut
    return true
  }

  /// The last safe place within the size, else the first one after it, else the end.
  private func nextCut() -> Int {
    guard end - position > size else { return end }
    var cut = position + size
    while cut > position + 1, !Self.isSafe(cut, in: bytes, position..<end) { cut -= 1 }
    if cut > position + 1 { return cut }
    cut = position + size + 1
    while cut < end, !Self.isSafe(cut, in: bytes, position..<end), !isForced(cut) { cut += 1 }
    return cut
  }

  /// Whether the piece is so large that it ends at `cut` though a token may hold both sides.
  private func isForced(_ cut: Int) -> Bool {
    guard cut - position >= Self.largeSize, !bytes[cut].isContinuation else { return false }
    return cut - position >= Self.largestSize
      || bytes[cut] != .lineFeed
        && ClusterScanner.isSimple(codePoint(of: bytes, at: cut).value)
  }

  /// Whether no token, in any unit, holds both the byte before `cut` and the byte at it.
  package static func isSafe(_ cut: Int, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let (before, after) = (bytes[cut - 1], bytes[cut])
    if before == .lineFeed { return true }
    if before == .carriageReturn { return after != .lineFeed }
    guard after == .space, cut + 1 < range.upperBound else { return false }
    if before == .space {
      return cut - 2 >= range.lowerBound && bytes[cut - 2] == .space && bytes[cut + 1] == .space
    }
    return before.isASCIILetterOrDigit && bytes[cut + 1].isASCIILetterOrDigit
  }
}

extension UInt8 {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20

  /// Whether the byte is one of a-z, A-Z and 0-9.
  var isASCIILetterOrDigit: Bool {
    (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self)
  }

  /// Whether the byte goes on with a code point of UTF-8 that began before it.
  package var isContinuation: Bool { self & 0xC0 == 0x80 }
}
