import TextGenTokenization

/// The surfaces of a vocabulary in the order of their bytes.
///
/// Tokens that spell a beginning in common stand side by side, those that end with it first. After
/// one token as after another a token has the same surface, but for one space that may stand before
/// it; tokenizers of words add it by themselves.
struct SurfaceTable: Sendable {
  /// The tokens by place.
  let tokens: [TokenID]
  private let bytes: [UInt8]
  private let offsets: [Int]
  /// The number of bytes that the surface at each place begins with as the one before it does.
  private let shared: [Int32]
  private let tokenizer: any Tokenizer
  private let dependsOnPrevious: Bool

  /// The table of the first `count` tokens of `tokenizer`.
  init(_ tokenizer: any Tokenizer, count: Int) {
    let surfaces = (0..<count).map { id in
      tokenizer.surface(of: TokenID(id), after: tokenizer.lineBreak)
    }
    let beginnings = surfaces.map(Self.beginning)
    let order = surfaces.indices.sorted { left, right in
      guard beginnings[left] == beginnings[right] else {
        return beginnings[left] < beginnings[right]
      }
      return surfaces[left].lexicographicallyPrecedes(surfaces[right])
        || surfaces[left] == surfaces[right] && left < right
    }
    var bytes: [UInt8] = []
    var offsets = [0]
    for id in order {
      bytes += surfaces[id]
      offsets.append(bytes.count)
    }
    tokens = order.map(TokenID.init)
    shared = order.indices.map { place in
      guard place > 0 else { return 0 }
      let (left, right) = (surfaces[order[place - 1]], surfaces[order[place]])
      return Int32(zip(left, right).prefix { $0 == $1 }.count)
    }
    self.bytes = bytes
    self.offsets = offsets
    self.tokenizer = tokenizer
    dependsOnPrevious =
      tokenizer.surfacesDependOnPrevious
      && (tokenizer.unit.tokensAreWords || Self.varies(surfaces, of: tokenizer))
  }

  /// The number of tokens.
  var count: Int { tokens.count }

  /// The number of bytes of the surface at `place`, without a space before it.
  func length(at place: Int) -> Int { offsets[place + 1] - offsets[place] }

  /// Byte number `depth` of the surface at `place`.
  func byte(at place: Int, depth: Int) -> UInt8 { bytes[offsets[place] + depth] }

  /// The end of the surfaces from `place` on and below `end` that have their first `count` bytes in
  /// common.
  func end(ofBeginning count: Int, from place: Int, below end: Int) -> Int {
    var next = place + 1
    while next < end, shared[next] >= count { next += 1 }
    return next
  }

  /// Whether a space stands before the surface at each place after `previous`; nil for nowhere.
  func spaces(after previous: TokenID?) -> [Bool]? {
    guard dependsOnPrevious else { return nil }
    return tokens.indices.map { place in
      let surface = tokenizer.surface(of: tokens[place], after: previous)
      return surface.count == length(at: place) + 1 && surface.first == 0x20
    }
  }

  /// The first eight bytes as a number that has their order; zeros stand for what is missing.
  private static func beginning(of surface: [UInt8]) -> UInt64 {
    (0..<8).reduce(0) { $0 << 8 | ($1 < surface.count ? UInt64(surface[$1]) : 0) }
  }

  /// Whether surfaces after a few other tokens differ from `surfaces`, those after a line break.
  private static func varies(_ surfaces: [[UInt8]], of tokenizer: any Tokenizer) -> Bool {
    let step = max(1, surfaces.count / 6)
    return stride(from: 0, to: surfaces.count, by: step).contains { previous in
      surfaces.indices.contains { id in
        tokenizer.surface(of: TokenID(id), after: TokenID(previous)) != surfaces[id]
      }
    }
  }
}
