import TextGenSafeTensors

/// A stretch of a text that is read in one piece where the texts of a corpus are mixed.
///
/// Blocks are large enough that most sentences stand among those that they belong to, and so small that
/// those of all sources alternate within a few windows. A blank line alone does not end one, since it
/// parts stanzas and paragraphs too: only the first after 2,000 bytes does. A text without blank lines,
/// such as a list of sentences, is cut at the first line end after 8,000 bytes; a line never is.
struct TextBlock: Sendable, Hashable {
  /// Its bytes in the text.
  let range: Range<Int>
  /// A hash of them.
  let hash: UInt64

  static let usualSize = 2_000
  static let largeSize = 8_000

  /// The blocks of a text in UTF-8, in order; together they are the text.
  static func blocks(of bytes: [UInt8]) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var (start, line, position) = (0, 0, 0)
    var (isBlank, followsBlank) = (true, false)
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { continue }
      guard byte == 0x0A || byte == 0x0D else {
        if isBlank, byte != 0x20, byte != 0x09 {
          isBlank = false
          let size = line - start
          if size >= largeSize || followsBlank && size >= usualSize {
            blocks.append(TextBlock(bytes, start..<line))
            start = line
          }
        }
        continue
      }
      followsBlank = isBlank
      isBlank = true
      line = position
    }
    if start < bytes.count { blocks.append(TextBlock(bytes, start..<bytes.count)) }
    return blocks
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.range = range
    hash = XXH64.digest(of: Array(bytes[range]))
  }

  private init(_ block: TextBlock, until end: Int) {
    range = block.range.lowerBound..<min(end, block.range.upperBound)
    hash = block.hash
  }

  /// `blocks` as far as they are before `end`.
  static func blocks(_ blocks: [TextBlock], until end: Int) -> [TextBlock] {
    blocks.prefix { $0.range.lowerBound < end }.map { TextBlock($0, until: end) }
  }
}
