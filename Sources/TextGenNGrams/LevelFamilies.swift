// One pass over the bytes of a level, which checks what it reads; see `EncodedLevel` for their form. Levels can
// be read side by side, given how many n-grams each has.

/// The families of a level, and what they say of the level before.
package struct LevelFamilies: Sendable {
  /// The tokens of all families.
  package let tokens: [UInt16]
  /// Where the family of each parent begins, and the end of all.
  let starts: [UInt32]
  /// The code of what each parent leaves to shorter contexts; 1 where it has no family.
  let backoffs: [UInt8]
  /// The parents that have a family.
  let contextCount: Int
  /// The bytes that were read.
  let byteCount: Int

  /// Reads a family for each of `parents`, whose backoffs `codes` are in order, of at most `limit` tokens
  /// together; nil where there are none.
  package init?(
    _ bytes: Span<UInt8>, parents: Int, codes: Span<UInt8>, limit: Int, vocabularySize: Int
  ) {
    var tokens = [UInt16](repeating: 0, count: limit)
    var starts = [UInt32](repeating: 0, count: parents + 1)
    var backoffs = [UInt8](repeating: ByteCode.code(1), count: parents)
    let found = read(
      bytes, codes, vocabularySize: vocabularySize, &tokens, &starts, &backoffs)
    guard let found else { return nil }
    tokens.removeLast(limit - found.tokenCount)
    (self.tokens, self.starts, self.backoffs) = (tokens, starts, backoffs)
    (contextCount, byteCount) = (found.contextCount, found.byteCount)
  }
}

/// Reads a family for each of `backoffs`; nil where there are none.
private func read(
  _ bytes: Span<UInt8>, _ codes: Span<UInt8>, vocabularySize: Int, _ tokens: inout [UInt16],
  _ starts: inout [UInt32], _ backoffs: inout [UInt8]
) -> (tokenCount: Int, contextCount: Int, byteCount: Int)? {
  var tokens = tokens.mutableSpan
  var starts = starts.mutableSpan
  var backoffs = backoffs.mutableSpan
  var (count, contextCount, place) = (0, 0, 0)
  for parent in backoffs.indices {
    guard let size = readNumber(bytes, &place), size <= vocabularySize,
      size <= tokens.count - count
    else { return nil }
    if size > 0 {
      if contextCount < codes.count { backoffs[parent] = codes[contextCount] }
      contextCount += 1
      var token = -1
      for _ in 0..<size {
        guard let distance = readNumber(bytes, &place), distance < vocabularySize - token - 1
        else { return nil }
        token += distance + 1
        tokens[count] = UInt16(truncatingIfNeeded: token)
        count += 1
      }
    }
    starts[parent + 1] = UInt32(truncatingIfNeeded: count)
  }
  return (count, contextCount, place)
}

/// The number of at most three bytes at `place`, which moves behind it; nil where there is none.
@inline(__always)
private func readNumber(_ bytes: Span<UInt8>, _ place: inout Int) -> Int? {
  guard place < bytes.count else { return nil }
  let first = bytes[place]
  place += 1
  // Four of five numbers have one byte.
  if first < 0x80 { return Int(first) }
  guard place < bytes.count else { return nil }
  let second = bytes[place]
  place += 1
  let lower = Int(first & 0x7F) | Int(second & 0x7F) << 7
  if second < 0x80 { return lower }
  guard place < bytes.count, bytes[place] < 0x80 else { return nil }
  place += 1
  return lower | Int(bytes[place - 1]) << 14
}
