/// A set of words in few bits, which takes some others for its own (Bloom 1970).
struct WordFilter: Sendable {
  private let bits: [UInt8]

  /// How many bits of a word are looked at.
  private static let probes: UInt64 = 6

  init(base64 text: String) { bits = bytes(ofBase64: text) }

  /// Whether the set has `word`, or seems to.
  func contains(_ word: String) -> Bool {
    let size = UInt64(bits.count) * 8
    guard size > 0 else { return false }
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let (first, step) = (hash & 0xffff_ffff, hash >> 32 | 1)
    return (0..<Self.probes).allSatisfy { probe in
      let place = (first + probe * step) % size
      return bits[Int(place / 8)] >> UInt8(place % 8) & 1 == 1
    }
  }
}
