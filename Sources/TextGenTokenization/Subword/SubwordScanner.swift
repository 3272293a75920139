/// Cuts normalised text into the stretches inside which subwords are merged.
///
/// A stretch is a word or a sign, joined as `PortugueseJoins` does, with the single space before
/// it, as in GPT-2 (Radford et al. 2019). Other spaces and white space stand alone, one code point
/// each. A stretch of more than 256 code points is cut, so that merging takes linear time.
struct SubwordScanner {
  private var scanner = WordScanner()
  private static let longestStretch = 256

  /// Calls `merged` for each stretch to merge in and `single` for each code point of white space.
  @inline(__always)
  mutating func scan(_ text: [UInt8], merged: (Range<Int>) -> Void, single: (Range<Int>) -> Void) {
    scanner.scan(text)
    var heldSpace: Int?
    for segment in scanner.segments {
      if let space = heldSpace, segment.kind != .text { single(space..<space + 1) }
      switch segment.kind {
      case .spaces:
        let last = segment.range.upperBound - 1
        for space in segment.range.lowerBound..<last { single(space..<space + 1) }
        heldSpace = last
      case .white:
        heldSpace = nil
        single(segment.range)
      case .text:
        let start = heldSpace ?? segment.range.lowerBound
        heldSpace = nil
        Self.cut(text, start..<segment.range.upperBound, into: merged)
      }
    }
    if let space = heldSpace { single(space..<space + 1) }
  }

  @inline(__always)
  private static func cut(_ text: [UInt8], _ range: Range<Int>, into merged: (Range<Int>) -> Void) {
    var start = range.lowerBound
    while range.upperBound - start > longestStretch {
      var end = start
      for _ in 0..<longestStretch where end < range.upperBound {
        end += codePointLength(text[end])
      }
      merged(start..<end)
      start = end
    }
    if start < range.upperBound { merged(start..<range.upperBound) }
  }
}
