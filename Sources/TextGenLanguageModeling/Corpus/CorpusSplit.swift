import TextGenTokenization

/// Where a text is cut into a training and a validation part.
enum CorpusSplit {
  /// Bytes to hold out from which a text without a better place is cut inside a word.
  private static let leastInsideWord = 20.0

  /// The offset in `bytes` at which the last `fraction` begins: after the line end nearest to it;
  /// where that would hold out more than twice as much as asked for, or less than half, before a
  /// space; and where there is none, as in a line of emoji, between two characters.
  ///
  /// Only a text too short for any of these is cut elsewhere; one that cannot be cut has its end as
  /// the offset.
  static func offset(in bytes: [UInt8], fraction: Double) -> Int {
    let line = nearestLine(in: bytes, fraction: fraction)
    let wanted = fraction * Double(bytes.count)
    guard fraction > 0, bytes.count > 1, !isSound(held: bytes.count - line, wanted: wanted) else {
      return line
    }
    let target = target(in: bytes, fraction: fraction)
    let bounds = 1..<bytes.count
    let first = max(1, bytes.count - Int(2 * wanted))
    let last = bytes.count - Int((wanted / 2).rounded(.up))
    let near = first..<max(first, last + 1)
    if let space = nearest(
      to: target, in: near, where: { TextPieces.isSafe($0, in: bytes, 0..<bytes.count) })
    {
      return space
    }
    func isPlace(_ offset: Int) -> Bool { isBetweenCharacters(offset, in: bytes) }
    if wanted >= leastInsideWord, let place = nearest(to: target, in: near, where: isPlace) {
      return place
    }
    return line < bytes.count
      ? line : nearest(to: target, in: bounds, where: isPlace) ?? bytes.count
  }

  /// Whether the held-out part is from half of what is wanted to twice as much.
  static func isSound(held: Int, wanted: Double) -> Bool {
    (wanted / 2...wanted * 2).contains(Double(held))
  }

  /// The offset after the line end nearest to where the last `fraction` begins, however far that is;
  /// else before a space; else the end, which leaves nothing for validation.
  static func nearestLine(in bytes: [UInt8], fraction: Double) -> Int {
    guard fraction > 0, bytes.count > 1 else { return bytes.count }
    let target = target(in: bytes, fraction: fraction)
    let bounds = 1..<bytes.count
    return nearest(to: target, in: bounds, where: isLineStart)
      ?? nearest(to: target, in: bounds) { TextPieces.isSafe($0, in: bytes, 0..<bytes.count) }
      ?? bytes.count

    func isLineStart(_ offset: Int) -> Bool {
      bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D && bytes[offset] != 0x0A
    }
  }

  private static func target(in bytes: [UInt8], fraction: Double) -> Int {
    min(bytes.count - 1, max(1, Int((1 - fraction) * Double(bytes.count))))
  }

  /// Whether a character but white space ends before `offset` and another, or a space, begins there.
  private static func isBetweenCharacters(_ offset: Int, in bytes: [UInt8]) -> Bool {
    guard !bytes[offset].isContinuation, bytes[offset] >= 0x20, bytes[offset - 1] > 0x20 else {
      return false
    }
    let (before, after) = (scalar(endingAt: offset, in: bytes), scalar(at: offset, in: bytes))
    let properties = after.properties
    return !properties.isGraphemeExtend && !properties.isEmojiModifier
      && ![before, after].contains("\u{200D}")
  }

  private static func scalar(at offset: Int, in bytes: [UInt8]) -> Unicode.Scalar {
    Unicode.Scalar(codePoint(of: bytes, at: offset).value) ?? "\u{FFFD}"
  }

  private static func scalar(endingAt end: Int, in bytes: [UInt8]) -> Unicode.Scalar {
    var start = end - 1
    while start > 0, bytes[start].isContinuation { start -= 1 }
    return scalar(at: start, in: bytes)
  }

  /// The offset nearest to `target`, inside `bounds`, that `isCut` accepts.
  private static func nearest(
    to target: Int, in bounds: Range<Int>, where isCut: (Int) -> Bool
  ) -> Int? {
    guard !bounds.isEmpty else { return nil }
    for distance in 0..<max(bounds.upperBound - target, target - bounds.lowerBound + 1) {
      let (before, after) = (target - distance, target + distance)
      if bounds.contains(before), isCut(before) { return before }
      if bounds.contains(after), isCut(after) { return after }
    }
    return nil
  }
}
