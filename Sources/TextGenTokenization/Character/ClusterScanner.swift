/// Cuts normalised text into grapheme clusters.
///
/// ICU is asked only where a cluster can be longer than one code point; elsewhere the next code
/// point tells that a cluster ends.
struct ClusterScanner {
  /// Bytes that ICU sees at once; longer stretches are scanned window by window.
  private let windowSize: Int
  private var iterator: BreakIterator?

  /// A scanner that shows ICU at most `windowSize` bytes, unless a cluster is longer.
  init(windowSize: Int = 1 << 15) { self.windowSize = windowSize }

  /// Whether `value` never joins a simple code point beside it into one cluster.
  ///
  /// These are ranges of code points whose Grapheme_Cluster_Break is Other or Control in every
  /// version of Unicode so far: Latin, Greek, Cyrillic, dashes and quotes, currency, kana and Han.
  @inline(__always)
  static func isSimple(_ value: UInt32) -> Bool {
    if value < 0x300 { return value != 0x0D }
    if value < 0x2010 { return value >= 0x370 && value <= 0x58F && !(0x483...0x489 ~= value) }
    return value <= 0x2027 || 0x2030...0x203B ~= value || 0x20A0...0x20C0 ~= value
      || 0x3000...0x3029 ~= value || 0x3041...0x3096 ~= value || 0x30A1...0x30FA ~= value
      || 0x4E00...0x9FFF ~= value
  }

  /// Tells `sink` the clusters of `text` in order.
  @inline(__always)
  mutating func scan(_ text: [UInt8], into sink: inout some ClusterSink) {
    var position = 0
    while position < text.count {
      let (value, length) = codePoint(of: text, at: position)
      let next = position + length
      if Self.isSimple(value), next == text.count || Self.beginsSimple(text, next) {
        sink.append(codePoint: value, text, position..<next)
        position = next
      } else {
        let end = Self.endOfComplexStretch(in: text, from: position)
        for cluster in clusters(in: text, position..<end) {
          let (value, length) = codePoint(of: text, at: cluster.lowerBound)
          if length == cluster.count {
            sink.append(codePoint: value, text, cluster)
          } else {
            sink.append(cluster: text, cluster)
          }
        }
        position = end
      }
    }
  }

  @inline(__always)
  private static func beginsSimple(_ text: [UInt8], _ position: Int) -> Bool {
    let lead = text[position]
    return lead < 0xCC ? lead != 0x0D : isSimple(codePoint(of: text, at: position).value)
  }

  /// The end of the stretch from `start` in which no two simple code points stand side by side.
  private static func endOfComplexStretch(in text: [UInt8], from start: Int) -> Int {
    var position = start + codePointLength(text[start])
    while position < text.count {
      let isSimple = beginsSimple(text, position)
      position += codePointLength(text[position])
      if isSimple, position < text.count, beginsSimple(text, position) { break }
    }
    return position
  }

  /// ICU's clusters in `range` of `text`.
  private mutating func clusters(in text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let iterator = iterator ?? BreakIterator(.graphemes)
    self.iterator = iterator
    var clusters: [Range<Int>] = []
    var position = range.lowerBound
    var size = windowSize
    while position < range.upperBound {
      var end = min(position + size, range.upperBound)
      while end < range.upperBound, text[end].isContinuation { end += 1 }
      iterator.findBoundaries(in: text, position..<end)
      // The last cluster of a window may go on behind it.
      let isLast = end == range.upperBound
      let complete = isLast ? iterator.count : iterator.count - 1
      size = complete == 0 ? 2 * size : windowSize
      let base = position
      for boundary in iterator.ends.prefix(complete) {
        clusters.append(position..<base + Int(boundary))
        position = base + Int(boundary)
      }
    }
    return clusters
  }
}

/// What becomes of the clusters of a text.
protocol ClusterSink {
  /// Takes a cluster of one code point, which lies at `range` of `text`.
  mutating func append(codePoint value: UInt32, _ text: [UInt8], _ range: Range<Int>)

  /// Takes a cluster of several code points at `range` of `text`.
  mutating func append(cluster text: [UInt8], _ range: Range<Int>)
}
