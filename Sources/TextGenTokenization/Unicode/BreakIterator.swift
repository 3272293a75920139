import CTextgenICU

/// ICU's boundaries of words or of grapheme clusters (UAX 29), in byte offsets of UTF-8.
///
/// An iterator keeps ICU's state and its buffers from text to text; it belongs to one thread.
@safe
final class BreakIterator {
  /// What lies between two boundaries.
  enum Kind {
    case graphemes
    case words
  }

  /// Boundaries fetched by one call into C.
  private static let batchSize = 1_024

  /// The number of segments found last.
  private(set) var count = 0
  /// Their ends, as byte offsets from the start of the range; elements from `count` on mean nothing.
  private(set) var ends: [Int32] = []
  /// The status of ICU's rule at each end: 0 none, 100 number, 200 letters, 300 kana, 400 ideographs.
  private(set) var statuses: [Int16] = []
  private var units: [UInt16] = []
  private let handle: OpaquePointer

  /// An iterator by the rules for Portuguese.
  init(_ kind: Kind) {
    let code = kind == .words ? CTEXTGEN_ICU_WORDS : CTEXTGEN_ICU_GRAPHEMES
    var error: Int32 = 0
    guard let handle = unsafe ctextgen_icu_breaker_open(Int32(code), &error) else {
      preconditionFailure("ICU cannot open its \(kind): \(nameOfICUError(error))")
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe ctextgen_icu_breaker_free(handle) }

  /// Finds the boundaries in `range` of `bytes`, valid UTF-8 of at most 2 GiB.
  func findBoundaries(in bytes: [UInt8], _ range: Range<Int>) {
    count = 0
    guard !range.isEmpty else { return }
    precondition(
      bytes.indices.contains(range.lowerBound) && range.upperBound <= bytes.count
        && range.count <= Int(Int32.max),
      "range \(range) of \(bytes.count) bytes")
    if units.count < range.count { units = [UInt16](repeating: 0, count: range.count) }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe units.withUnsafeMutableBufferPointer { units in
        guard let text = bytes.baseAddress, let buffer = units.baseAddress else { return }
        let start = unsafe text + range.lowerBound
        let result = unsafe ctextgen_icu_breaker_begin(handle, start, Int32(range.count), buffer)
        precondition(result >= 0, "ICU cannot read the text: \(nameOfICUError(result))")
        while findBatch() == Self.batchSize {}
      }
    }
  }

  /// Finds the next batch of boundaries and returns their number.
  private func findBatch() -> Int {
    if ends.count < count + Self.batchSize {
      ends += [Int32](repeating: 0, count: ends.count + Self.batchSize)
      statuses += [Int16](repeating: 0, count: statuses.count + Self.batchSize)
    }
    let start = count
    let found = unsafe ends.withUnsafeMutableBufferPointer { ends in
      unsafe statuses.withUnsafeMutableBufferPointer { statuses -> Int in
        guard let end = ends.baseAddress, let status = statuses.baseAddress else { return 0 }
        let found = unsafe ctextgen_icu_breaker_next(
          handle, end + start, status + start, Int32(Self.batchSize))
        return Int(found)
      }
    }
    count += found
    return found
  }
}
