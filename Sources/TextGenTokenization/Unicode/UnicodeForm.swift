import CTextgenICU

/// A form of Unicode normalisation (UAX 15), by ICU.
package enum UnicodeForm {
  /// Canonical composition.
  case composed
  /// Canonical decomposition.
  case decomposed
  /// Compatibility decomposition, then composition.
  case compatible

  private var code: Int32 {
    switch self {
    case .composed: Int32(CTEXTGEN_ICU_NFC)
    case .decomposed: Int32(CTEXTGEN_ICU_NFD)
    case .compatible: Int32(CTEXTGEN_ICU_NFKC)
    }
  }

  /// Brings `bytes` from `start` to their end, valid UTF-8, into this form, and returns the number
  /// of sequences that changed.
  func normalize(_ bytes: inout [UInt8], from start: Int = 0) -> Int {
    precondition(bytes.count - start <= Int(Int32.max) / 3, "\(bytes.count - start) bytes at once")
    let units = utf16(bytes, from: start)
    var target = [UInt16](repeating: 0, count: units.count + 16)
    var changes: Int64 = 0
    var count = convert(units, into: &target, changes: &changes)
    if count > target.count {
      target = [UInt16](repeating: 0, count: count)
      count = convert(units, into: &target, changes: &changes)
    }
    guard changes > 0 else { return 0 }
    bytes.removeSubrange(start...)
    appendUTF8(of: target, count: count, to: &bytes)
    return Int(changes)
  }

  /// `text` in this form.
  package func callAsFunction(_ text: String) -> String {
    var bytes = Array(text.utf8)
    return normalize(&bytes) == 0 ? text : String(decoding: bytes, as: UTF8.self)
  }

  private func utf16(_ bytes: [UInt8], from start: Int) -> [UInt16] {
    let length = bytes.count - start
    return unsafe [UInt16](unsafeUninitializedCapacity: length) { units, count in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        guard let text = bytes.baseAddress, let buffer = units.baseAddress else { return }
        let result = unsafe ctextgen_icu_utf16(text + start, Int32(length), buffer)
        precondition(result >= 0, "ICU cannot read the text: \(nameOfICUError(result))")
        count = Int(result)
      }
    }
  }

  private func convert(
    _ units: [UInt16], into target: inout [UInt16], changes: inout Int64
  ) -> Int {
    let capacity = Int32(target.count)
    let result = unsafe units.withUnsafeBufferPointer { source in
      unsafe target.withUnsafeMutableBufferPointer { target in
        unsafe ctextgen_icu_normalize(
          code, source.baseAddress, Int32(source.count), target.baseAddress, capacity, &changes)
      }
    }
    precondition(result >= 0, "ICU cannot normalise: \(nameOfICUError(result))")
    return Int(result)
  }
}

/// Appends the UTF-8 of the first `count` units of UTF-16 to `bytes` and returns the number of
/// surrogates without a partner, each U+FFFD there.
@discardableResult
func appendUTF8(of units: [UInt16], count: Int, to bytes: inout [UInt8]) -> Int {
  var replacements: Int32 = 0
  let added = unsafe [UInt8](unsafeUninitializedCapacity: 3 * count) { utf8, written in
    unsafe units.withUnsafeBufferPointer { units in
      guard let source = units.baseAddress, let target = utf8.baseAddress else { return }
      let result = unsafe ctextgen_icu_utf8(source, Int32(count), target, &replacements)
      precondition(result >= 0, "ICU cannot write UTF-8: \(nameOfICUError(result))")
      written = Int(result)
    }
  }
  bytes += added
  return Int(replacements)
}
