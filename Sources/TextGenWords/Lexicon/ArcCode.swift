// The bytes of a lexicon.
//
//     version │ number of words (4 bytes) │ number of frequent labels │ frequent labels │ states
//
// A state is its arcs in the order of their labels, and an arc is
//
//     10 · label + form │ the label itself, where the first is 0 │ pointer, where the form has one
//
// `label` is the number of a frequent label, from 1, or 0. A pointer is the distance to the target's
// arcs, forward from the end of the arc or backward from the end of the bytes, whichever is shorter:
// six bits with one that says which, then seven bits a byte, lowest first, the highest bit saying that
// more follow. Suffixes that many words share lie at the end, so most pointers have one or two bytes.

/// A step from one state of a lexicon to another.
struct Arc: Sendable, Hashable {
  var label: UInt8
  /// Whether a word ends with the label.
  var endsWord: Bool
  /// Whether it is the last arc of its state.
  var isLast: Bool
  /// Where the arcs of the next state begin; nil where nothing follows the label.
  var target: Int?
  /// Where the arc ends and, unless it is the last one, the next one begins.
  var end: Int
}

/// How arcs become bytes: which labels are frequent enough to need none of their own.
struct ArcCode: Sendable, Hashable {
  /// What comes after a label. The last arc of a state has the form plus `lastForm`.
  enum Form: UInt8 {
    /// The word ends, and nothing follows.
    case end
    /// The next state begins where the arc ends.
    case adjacent, wordAndAdjacent
    /// A pointer to the next state follows.
    case pointer, wordAndPointer
  }

  /// How many forms there are, those of last arcs included.
  static let formCount: UInt8 = 10
  static let lastForm: UInt8 = 5
  /// The most frequent labels: more do not fit beside the forms into a byte.
  static let maximumLabels = 24
  /// The bit of a pointer's first byte that says that it counts backward.
  static let backward: UInt8 = 0x40

  /// The frequent labels.
  let labels: [UInt8]

  /// The arc at `place` of `bytes`; nil where they are none of an arc, or lead backward or beyond
  /// their end.
  func arc(at place: Int, of bytes: [UInt8]) -> Arc? {
    guard place < bytes.count else { return nil }
    let (number, rest) = bytes[place].quotientAndRemainder(dividingBy: Self.formCount)
    var end = place + 1
    let label: UInt8
    if number == 0 {
      guard end < bytes.count else { return nil }
      label = bytes[end]
      end += 1
    } else {
      guard number <= labels.count else { return nil }
      label = labels[Int(number) - 1]
    }
    let isLast = rest >= Self.lastForm
    guard let form = Form(rawValue: isLast ? rest - Self.lastForm : rest) else { return nil }
    var arc = Arc(
      label: label, endsWord: form != .adjacent && form != .pointer, isLast: isLast, target: nil,
      end: end)
    switch form {
    case .end: return arc
    case .adjacent, .wordAndAdjacent: arc.target = end
    case .pointer, .wordAndPointer:
      guard let pointer = Self.pointer(at: end, of: bytes) else { return nil }
      arc.end = pointer.end
      arc.target = pointer.isBackward ? bytes.count - pointer.distance : arc.end + pointer.distance
    }
    guard let target = arc.target, target >= arc.end, target < bytes.count else { return nil }
    return arc
  }

  private static func pointer(
    at place: Int, of bytes: [UInt8]
  ) -> (distance: Int, isBackward: Bool, end: Int)? {
    guard place < bytes.count else { return nil }
    let isBackward = bytes[place] & backward != 0
    var distance = Int(bytes[place] & 0x3F)
    var (end, shift) = (place + 1, 6)
    while bytes[end - 1] & 0x80 != 0 {
      guard end < bytes.count, shift < 32 else { return nil }
      distance |= Int(bytes[end] & 0x7F) << shift
      shift += 7
      end += 1
    }
    return (distance, isBackward, end)
  }

  /// The bytes of a pointer.
  static func pointer(_ distance: Int, isBackward: Bool) -> [UInt8] {
    var rest = distance >> 6
    var bytes = [UInt8(distance & 0x3F) | (isBackward ? backward : 0) | (rest > 0 ? 0x80 : 0)]
    while rest > 0 {
      bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
      rest >>= 7
    }
    return bytes
  }
}

/// What the bytes of a lexicon begin with.
struct LexiconHead {
  static let version: UInt8 = 1
  let count: Int
  let code: ArcCode
  /// Where the states begin.
  let end: Int

  /// The head of `bytes`; nil where they have none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 6, bytes[0] == Self.version, bytes[5] <= ArcCode.maximumLabels,
      bytes.count >= 6 + Int(bytes[5])
    else { return nil }
    count = (1...4).reduce(0) { $0 | Int(bytes[$1]) << (8 * ($1 - 1)) }
    end = 6 + Int(bytes[5])
    code = ArcCode(labels: Array(bytes[6..<end]))
  }

  /// The bytes of a head.
  static func bytes(count: Int, _ code: ArcCode) -> [UInt8] {
    [version] + (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
      + [UInt8(code.labels.count)] + code.labels
  }
}
