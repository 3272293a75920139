/// Cuts normalised text into words, signs and white space: ICU's words, joined as Portuguese does.
struct WordScanner {
  /// A stretch of the text.
  struct Segment {
    /// What the stretch holds.
    enum Kind {
      /// One space or more.
      case spaces
      /// One code point of other white space, such as a line feed.
      case white
      /// A word, a number or a sign.
      case text
    }

    let kind: Kind
    let start: Int32
    let end: Int32

    /// Where the stretch lies in the text.
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// The segments of the text scanned last.
  private(set) var segments: [Segment] = []
  private let iterator = BreakIterator(.words)

  /// Cuts `text` into `segments`.
  mutating func scan(_ text: [UInt8]) {
    segments.removeAll(keepingCapacity: true)
    var position = 0
    while position < text.count {
      if let segment = PlainSegment.find(in: text, at: position) {
        segments.append(segment)
        position = Int(segment.end)
      } else {
        let end = PlainSegment.nextCertainBoundary(in: text, after: position)
        appendByICU(text, position..<end)
        position = end
      }
    }
  }

  /// Appends the segments of `range` of `text`, at both ends of which ICU cuts.
  mutating func appendByICU(_ text: [UInt8], _ range: Range<Int>) {
    iterator.findBoundaries(in: text, range)
    let joins = PortugueseJoins(text: text, iterator: iterator, range: range)
    var start = Int32(range.lowerBound)
    var index = 0
    while index < joins.count {
      if joins.isSign(index), isWhite(codePoint(of: text, at: Int(start)).value) {
        appendWhite(text, start, joins.end(of: index))
      } else {
        index = joins.lastSegment(from: index)
        segments.append(Segment(kind: .text, start: start, end: joins.end(of: index)))
      }
      start = joins.end(of: index)
      index += 1
    }
  }

  /// Appends one of ICU's segments that begins with white space: a run of spaces, one other code
  /// point, or either with marks on its last code point.
  private mutating func appendWhite(_ text: [UInt8], _ start: Int32, _ end: Int32) {
    var start = start
    while start < end {
      let (value, length) = codePoint(of: text, at: Int(start))
      var next = start + Int32(length)
      if next < end, !isWhite(codePoint(of: text, at: Int(next)).value) {
        segments.append(Segment(kind: .text, start: start, end: end))
        return
      }
      if value == UInt32(UInt8.space) {
        while next < end, text[Int(next)] == .space, !isBeforeMark(text, next, end) { next += 1 }
        segments.append(Segment(kind: .spaces, start: start, end: next))
      } else {
        segments.append(Segment(kind: .white, start: start, end: next))
      }
      start = next
    }
  }

  /// Whether the space at `offset` carries a mark.
  private func isBeforeMark(_ text: [UInt8], _ offset: Int32, _ end: Int32) -> Bool {
    offset + 1 < end && !isWhite(codePoint(of: text, at: Int(offset) + 1).value)
  }
}
