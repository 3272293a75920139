/// All stretches of one length in a few texts, to be found in another text that is much longer.
///
/// The long text is read once with a rolling hash (Karp and Rabin 1987,
/// https://doi.org/10.1147/rd.312.0249) that looks each of its stretches up here, and stretches of
/// one hash are compared symbol by symbol: the answers are exact, and the memory is that of the few
/// texts.
struct StretchTable<Symbol: TextSymbol> {
  /// Where a stretch begins.
  struct Place: Sendable, Hashable {
    /// The number of the text.
    let text: Int
    /// The offset in it.
    let offset: Int
  }

  /// The different stretches, by their first place.
  private(set) var places: [Place] = []
  /// The different stretch that each stretch is, as an index of `places`, in the order of the texts.
  private(set) var numbers: [Int] = []
  private let texts: [[Symbol]]
  private let length: Int
  private var hashes: [UInt64] = []
  /// Indices of `places` by hash, the next free slot taken; -1 is free. At most a quarter is taken.
  private var slots: [Int32]
  private let shift: UInt64

  /// The stretches of `length` symbols, 1 or more, in `texts`; none goes from one text to the next.
  init(_ texts: [[Symbol]], length: Int) {
    precondition(length >= 1, "stretches of \(length) symbols, at least 1 expected")
    self.texts = texts
    self.length = length
    let count = texts.reduce(0) { $0 + max(0, $1.count - length + 1) }
    var bits: UInt64 = 4
    while 1 << bits < 4 * count { bits += 1 }
    shift = 64 - bits
    slots = Array(repeating: -1, count: 1 << bits)
    numbers.reserveCapacity(count)
    for (number, text) in texts.enumerated() {
      RollingHash.forEach(length, of: text) { offset, hash in
        insert(Place(text: number, offset: offset), hash)
        return true
      }
    }
  }

  /// Calls `body` with each stretch that `long` shares, an index of `places`, and its offset in
  /// `long`, until `body` returns false.
  ///
  /// - Complexity: O(n) for n symbols of `long`, but for stretches of equal hash.
  func forEachShared(with long: [Symbol], _ body: (Int, Int) -> Bool) {
    RollingHash.forEach(length, of: long) { offset, hash in
      guard let number = find(long, offset, hash) else { return true }
      return body(number, offset)
    }
  }

  private mutating func insert(_ place: Place, _ hash: UInt64) {
    if let number = find(texts[place.text], place.offset, hash) {
      numbers.append(number)
      return
    }
    var slot = slot(hash)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(places.count)
    numbers.append(places.count)
    places.append(place)
    hashes.append(hash)
  }

  private func slot(_ hash: UInt64) -> Int {
    // 2^64 by the golden ratio, Knuth's multiplicative hash: the highest bits depend on all.
    Int((hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// The stretch that begins at `offset` of `text` and has `hash`.
  @inline(__always)
  private func find(_ text: [Symbol], _ offset: Int, _ hash: UInt64) -> Int? {
    var slot = slot(hash)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, text, offset) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ number: Int, _ text: [Symbol], _ offset: Int) -> Bool {
    let place = places[number]
    let own = texts[place.text]
    return (0..<length).allSatisfy { own[place.offset + $0] == text[offset + $0] }
  }
}

/// The sum of symbol · base^(symbols after it) over a stretch, modulo 2^64.
private enum RollingHash {
  // An odd number without a pattern in its bits, from the digits of pi.
  static var base: UInt64 { 0x243F_6A88_85A3_08D3 }

  /// Calls `body` with the offset and the hash of each stretch of `length` in `text`, until it
  /// returns false.
  @inline(__always)
  static func forEach<Symbol: TextSymbol>(
    _ length: Int, of text: [Symbol], _ body: (Int, UInt64) -> Bool
  ) {
    guard text.count >= length else { return }
    let power = (0..<length).reduce(1 as UInt64) { power, _ in power &* base }
    var hash = text[..<length].reduce(0 as UInt64) { $0 &* base &+ UInt64($1.value) }
    var offset = 0
    while body(offset, hash), offset + length < text.count {
      hash =
        hash &* base &+ UInt64(text[offset + length].value)
        &- UInt64(text[offset].value) &* power
      offset += 1
    }
  }
}
