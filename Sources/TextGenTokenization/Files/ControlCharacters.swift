/// The control characters of a file: text has hardly any, everything else many.
///
/// Compressed or random bytes are control characters in one of ten cases, programs more often.
struct ControlCharacters {
  /// Up to so many are in text too, by accident or to colour a terminal.
  private static let toleratedCount = 8
  private static let toleratedShare = 0.05

  /// Their share of all bytes, from 0 to 1.
  let share: Double
  private let count: Int

  /// Those of `bytes`, in any encoding that keeps ASCII; line ends, tabs and escapes are none.
  init(in bytes: [UInt8]) {
    var count = 0
    for byte in bytes {
      let isControl = byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B || byte == 0x7F
      count += isControl ? 1 : 0
    }
    self.count = count
    share = Double(count) / Double(max(1, bytes.count))
  }

  /// Whether there are more than any text has.
  var areTooMany: Bool { count > Self.toleratedCount && share > Self.toleratedShare }

  /// The charset of two bytes a unit that `bytes` are most likely in, as every second one is zero.
  static func wideCharset(of bytes: [UInt8]) -> String? {
    let sample = bytes.prefix(1 << 16)
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = Double(max(1, sample.count / 2))
    let (even, odd) = (Double(zeros[0]) / half, Double(zeros[1]) / half)
    if odd > 0.6, even < 0.05 { return "UTF-16LE" }
    return even > 0.6 && odd < 0.05 ? "UTF-16BE" : nil
  }
}

/// Whether a text is written in HTML or XML, whose tags would be taken for text.
func isMarkup(_ text: [UInt8]) -> Bool {
  let sample = text.prefix(1 << 16)
  let start = sample.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(16)
  let opening = String(decoding: start, as: UTF8.self).lowercased()
  if ["<!doctype html", "<html", "<?xml"].contains(where: opening.hasPrefix) { return true }
  var closingTags = 0
  var (last, previous): (UInt8, UInt8) = (0, 0)
  for byte in sample {
    let isLetter = (0x61...0x7A).contains(byte | 0x20)
    if isLetter, last == UInt8(ascii: "/"), previous == UInt8(ascii: "<") { closingTags += 1 }
    (previous, last) = (last, byte)
  }
  // One for each five lines or so.
  return closingTags >= 4 && closingTags * 400 > sample.count
}
