import Tokenization

/// Where a text is cut into a training and a validation part.
enum CorpusSplit {
  /// The offset in `bytes` at which the last `fraction` begins: after the line end nearest before
  /// or after it, else before a space, else the end, which leaves nothing for validation.
  static func offset(in bytes: [UInt8], fraction: Double) -> Int {
    guard fraction > 0, bytes.count > 1 else { return bytes.count }
    let target = min(bytes.count - 1, max(1, Int((1 - fraction) * Double(bytes.count))))
    return nearest(to: target, in: bytes, where: isLineStart)
      ?? nearest(to: target, in: bytes) { TextPieces.isSafe($0, in: bytes, 0..<bytes.count) }
      ?? bytes.count

    func isLineStart(_ offset: Int) -> Bool {
      bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D && bytes[offset] != 0x0A
    }
  }

  /// The offset nearest to `target`, inside the text, that `isCut` accepts.
  private static func nearest(
    to target: Int, in bytes: [UInt8], where isCut: (Int) -> Bool
  ) -> Int? {
    for distance in 0..<bytes.count {
      let (before, after) = (target - distance, target + distance)
      if before >= 1, isCut(before) { return before }
      if after < bytes.count, after >= 1, isCut(after) { return after }
    }
    return nil
  }
}
