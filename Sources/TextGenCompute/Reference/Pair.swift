/// Two bfloat16 in a word.
struct Pair {
  let first, second: Float

  init(_ first: Float, _ second: Float) {
    self.first = Pair.rounded(first)
    self.second = Pair.rounded(second)
  }

  init(word: Float) {
    first = Float(bitPattern: word.bitPattern << 16)
    second = Float(bitPattern: word.bitPattern & 0xFFFF_0000)
  }

  var word: Float { Float(bitPattern: first.bitPattern >> 16 | second.bitPattern) }

  /// To the nearest float whose lower 16 bits are 0, ties to the even one.
  private static func rounded(_ x: Float) -> Float {
    guard !x.isNaN else { return Float(bitPattern: 0x7FC0_0000) }
    let bits = x.bitPattern
    return Float(bitPattern: (bits + 0x7FFF + (bits >> 16 & 1)) & 0xFFFF_0000)
  }
}
