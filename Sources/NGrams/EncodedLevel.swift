// The levels of a model as bytes of a file, half as many as in memory.
//
// A family is what the n-grams of a level that go on the same context are to it: siblings. The families of a
// level follow each other in the order of their contexts in the level above; the first level is one family:
//
//     number of siblings │ last token of the first │ of the second, less that of the first and 1 │ …
//
// Numbers take seven bits a byte, lowest first, the highest bit saying that more follow (LEB128).

/// The n-grams of one length as bytes.
public struct EncodedLevel: Sendable, Hashable {
  /// The families.
  public var families: [UInt8]
  /// The code of each n-gram's probability.
  public var probabilities: [UInt8]
  /// The code of what each context leaves to shorter ones, of those that have a family.
  public var backoffs: [UInt8]

  /// A level of these bytes.
  public init(families: [UInt8], probabilities: [UInt8], backoffs: [UInt8]) {
    self.families = families
    self.probabilities = probabilities
    self.backoffs = backoffs
  }

  /// The bytes of a number.
  static func size(_ number: Int) -> Int { number < 1 << 7 ? 1 : number < 1 << 14 ? 2 : 3 }
}

/// Why bytes are no n-grams.
public struct EncodedLevelError: Error, Hashable, CustomStringConvertible {
  public let description: String

  /// An error with a sentence's end.
  init(_ description: String) { self.description = description }
}

extension NGramModel {
  /// The levels as bytes.
  public var encodedLevels: [EncodedLevel] {
    levels.indices.map { index in
      let level = levels[index]
      var result = EncodedLevel(
        families: [], probabilities: level.probabilities, backoffs: [])
      let parents = index == 0 ? 1 : levels[index - 1].tokens.count
      for parent in 0..<parents {
        let family =
          index == 0 ? 0..<level.tokens.count : children(of: parent, level: index - 1)
        result.families.append(number: family.count)
        var previous = -1
        for node in family {
          result.families.append(number: Int(level.tokens[node]) - previous - 1)
          previous = Int(level.tokens[node])
        }
      }
      if index + 1 < levels.count {
        result.backoffs = level.backoffs.indices.compactMap { node in
          children(of: node, level: index).isEmpty ? nil : level.backoffs[node]
        }
      }
      return result
    }
  }

  /// A model of the bytes of its levels.
  ///
  /// - Throws: `EncodedLevelError` where they do not fit together.
  public init(single: [Float], encoded: [EncodedLevel]) throws(EncodedLevelError) {
    // Before tokens are read as two bytes each.
    guard single.count <= Self.maximumVocabulary else {
      throw EncodedLevelError(
        "its vocabulary has \(single.count) tokens, expected at most \(Self.maximumVocabulary)")
    }
    var levels: [Level] = []
    for (index, bytes) in encoded.enumerated() {
      var reader = FamilyReader(bytes.families, vocabularySize: single.count)
      var level = Level(
        tokens: [], probabilities: bytes.probabilities, backoffs: [], children: [])
      level.tokens.reserveCapacity(bytes.probabilities.count)
      var starts: [UInt32] = [0]
      for _ in 0..<(index == 0 ? 1 : levels[index - 1].tokens.count) {
        guard reader.readFamily(into: &level.tokens),
          level.tokens.count <= bytes.probabilities.count
        else {
          throw EncodedLevelError("level \(index + 1): its families cannot be read")
        }
        starts.append(UInt32(level.tokens.count))
      }
      guard reader.isAtEnd else {
        throw EncodedLevelError("level \(index + 1): there is something after its families")
      }
      if index > 0 { try levels[index - 1].add(starts, encoded[index - 1].backoffs, index) }
      levels.append(level)
    }
    if let flaw = Self.flaw(single: single, levels: levels) { throw EncodedLevelError(flaw) }
    self.init(single: single, levels: levels)
  }
}

extension NGramModel.Level {
  /// Adds where the children of each node begin, and the backoffs of those that have children.
  fileprivate mutating func add(
    _ starts: [UInt32], _ codes: [UInt8], _ number: Int
  ) throws(EncodedLevelError) {
    children = starts
    backoffs = [UInt8](repeating: ByteCode.code(1), count: tokens.count)
    var next = 0
    for node in tokens.indices where starts[node] < starts[node + 1] {
      guard next < codes.count else { break }
      backoffs[node] = codes[next]
      next += 1
    }
    let parents = tokens.indices.count { starts[$0] < starts[$0 + 1] }
    guard codes.count == parents else {
      throw EncodedLevelError(
        "level \(number): it has \(codes.count) backoffs for \(parents) contexts")
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: Int) {
    var rest = number
    while rest >= 1 << 7 {
      append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

/// Reads the families of a level.
private struct FamilyReader {
  private let bytes: [UInt8]
  private let vocabularySize: Int
  private var place = 0

  init(_ bytes: [UInt8], vocabularySize: Int) {
    self.bytes = bytes
    self.vocabularySize = vocabularySize
  }

  var isAtEnd: Bool { place == bytes.count }

  /// Adds the tokens of the next family; returns whether it was one.
  mutating func readFamily(into tokens: inout [UInt16]) -> Bool {
    guard let count = readNumber(), count <= vocabularySize else { return false }
    var previous = -1
    for _ in 0..<count {
      guard let distance = readNumber(), distance < vocabularySize - previous - 1 else {
        return false
      }
      previous += distance + 1
      tokens.append(UInt16(previous))
    }
    return true
  }

  /// A number of at most three bytes; nil where there is none.
  private mutating func readNumber() -> Int? {
    var number = 0
    for shift in [0, 7, 14] {
      guard place < bytes.count else { return nil }
      number |= Int(bytes[place] & 0x7F) << shift
      place += 1
      if bytes[place - 1] & 0x80 == 0 { return number }
    }
    return nil
  }
}
