/// What normalisation changed in a text.
package struct NormalizationChanges: Sendable, Hashable, Codable {
  /// Byte order marks dropped, 0 or 1 a text.
  package var byteOrderMarks = 0
  /// Line ends CRLF or CR that became LF.
  package var lineEnds = 0
  /// Sequences, such as a letter and its accent, that were not in NFC.
  package var composedSequences = 0

  /// No changes.
  package init() {}

  /// Whether the text was normal already.
  package var isEmpty: Bool { self == NormalizationChanges() }

  /// Adds the changes in another text.
  package static func += (total: inout Self, changes: Self) {
    total.byteOrderMarks += changes.byteOrderMarks
    total.lineEnds += changes.lineEnds
    total.composedSequences += changes.composedSequences
  }
}

/// A text in normal form, and what that took.
package struct NormalizedText: Sendable, Hashable {
  /// The text in NFC, with LF as its only line end and no byte order mark at its start.
  package let text: String
  /// What was changed.
  package let changes: NormalizationChanges
}

/// Brings text into the one form that tokenizers read: NFC, line ends LF, no byte order mark.
///
/// Nothing else changes: NUL and other control characters stay.
package enum TextNormalizer {
  /// `text` in normal form.
  package static func normalize(_ text: String) -> NormalizedText {
    var pieces = TextPieces(Array(text.utf8))
    var bytes: [UInt8] = []
    var piece: [UInt8] = []
    while pieces.next(into: &piece) { bytes += piece }
    if pieces.changes.isEmpty { return NormalizedText(text: text, changes: pieces.changes) }
    return NormalizedText(text: String(decoding: bytes, as: UTF8.self), changes: pieces.changes)
  }

  /// Appends `range` of `bytes`, valid UTF-8 that no sequence crosses, in normal form.
  static func append(
    _ bytes: [UInt8], _ range: Range<Int>, to piece: inout [UInt8]
  ) -> NormalizationChanges {
    var changes = NormalizationChanges()
    var start = range.lowerBound
    while start < range.upperBound {
      let end = endOfChunk(in: bytes, start..<range.upperBound)
      changes += appendChunk(bytes, start..<end, to: &piece)
      start = end
    }
    return changes
  }

  /// Bytes that ICU composes at once, unless no code point begins a new sequence.
  private static let chunkSize = 1 << 20
  /// Bytes that ICU composes at once in any case, below what 32-bit lengths allow.
  private static let largestChunk = 1 << 28

  private static func endOfChunk(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard range.count > chunkSize else { return range.upperBound }
    var end = range.lowerBound + chunkSize
    while end < range.upperBound, end - range.lowerBound < largestChunk {
      if !bytes[end].isContinuation, bytes[end] != .lineFeed,
        ClusterScanner.isSimple(codePoint(of: bytes, at: end).value)
      {
        return end
      }
      end += 1
    }
    while end < range.upperBound, bytes[end].isContinuation { end += 1 }
    return end
  }

  private static func appendChunk(
    _ bytes: [UInt8], _ range: Range<Int>, to piece: inout [UInt8]
  ) -> NormalizationChanges {
    var changes = NormalizationChanges()
    let start = piece.count
    var largest: UInt8 = 0
    var carriageReturns = 0
    for byte in bytes[range] {
      largest = max(largest, byte)
      carriageReturns += byte == .carriageReturn ? 1 : 0
    }
    if carriageReturns > 0 {
      changes.lineEnds = carriageReturns
      appendWithLineFeeds(bytes, range, to: &piece)
    } else {
      piece += bytes[range]
    }
    // Every text without a code point from U+0300 on, whose UTF-8 begins with 0xCC, is in NFC.
    if largest >= 0xCC {
      changes.composedSequences = UnicodeForm.composed.normalize(&piece, from: start)
    }
    return changes
  }

  private static func appendWithLineFeeds(
    _ bytes: [UInt8], _ range: Range<Int>, to piece: inout [UInt8]
  ) {
    for index in range {
      if bytes[index] == .carriageReturn {
        piece.append(.lineFeed)
      } else if bytes[index] != .lineFeed || index == range.lowerBound
        || bytes[index - 1] != .carriageReturn
      {
        piece.append(bytes[index])
      }
    }
  }
}
