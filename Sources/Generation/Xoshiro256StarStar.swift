/// xoshiro256** 1.0 (Blackman and Vigna 2018), seeded by SplitMix64 as its authors advise.
///
/// The state is 256 bits and can be written to a file and read back.
public struct Xoshiro256StarStar: RandomNumberGenerator, Sendable, Hashable, Codable {
  private var s0, s1, s2, s3: UInt64

  /// A generator whose sequence depends on `seed` and on `stream` alone.
  ///
  /// Streams of one seed are independent for all practical purposes: text number i of a run draws
  /// from stream i, whatever the number of texts.
  public init(seed: UInt64, stream: UInt64 = 0) {
    // The odd factor differs from SplitMix64's own step, so that streams do not overlap.
    var source = SplitMix64(seed: seed &+ stream &* 0xD134_2543_DE82_EF95)
    (s0, s1, s2, s3) = (source.next(), source.next(), source.next(), source.next())
  }

  /// The generator whose state is the four words; nil when all are 0, which it could never leave.
  public init?(state words: (UInt64, UInt64, UInt64, UInt64)) {
    guard words.0 | words.1 | words.2 | words.3 != 0 else { return nil }
    (s0, s1, s2, s3) = words
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = Self.rotated(s1 &* 5, by: 7) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = Self.rotated(s3, by: 45)
    return result
  }

  private static func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
    (word << count) | (word >> (64 - count))
  }
}
