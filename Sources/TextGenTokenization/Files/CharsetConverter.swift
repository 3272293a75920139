import CTextgenICU

/// Reads text of a named charset, by ICU.
@safe
struct CharsetConverter: ~Copyable {
  private let handle: OpaquePointer

  /// A converter from the charset `name`; nil when ICU knows none of that name.
  init?(_ name: String) {
    var error: Int32 = 0
    guard !name.isEmpty, !name.utf8.contains(0),
      let handle = unsafe ctextgen_icu_converter_open(name, &error)
    else { return nil }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe ctextgen_icu_converter_free(handle) }

  /// `bytes` as UTF-8, and the number of byte sequences that the charset lacks, each now U+FFFD.
  consuming func utf8(from bytes: [UInt8]) -> (utf8: [UInt8], replacements: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var units = [UInt16](repeating: 0, count: 1 << 15)
    var (position, held, replacements) = (0, 0, 0)
    var isFinished = false
    while !isFinished {
      let length = min(1 << 14, bytes.count - position)
      let isLast = position + length == bytes.count
      let (added, consumed) = next(bytes, position, length, isLast, &units, after: held)
      var count = held + added
      position += consumed
      isFinished = isLast && consumed == length && count < units.count
      // The partner of a surrogate at the end may come with the next bytes.
      held = !isFinished && count > 0 && UTF16.isLeadSurrogate(units[count - 1]) ? 1 : 0
      count -= held
      replacements += appendUTF8(of: units, count: count, to: &result)
      if held > 0 { units[0] = units[count] }
    }
    return (result, unsafe replacements + Int(ctextgen_icu_converter_replacements(handle)))
  }

  private borrowing func next(
    _ bytes: [UInt8], _ position: Int, _ length: Int, _ isLast: Bool, _ units: inout [UInt16],
    after held: Int
  ) -> (count: Int, consumed: Int) {
    let capacity = Int32(units.count - held)
    var consumed: Int32 = 0
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe units.withUnsafeMutableBufferPointer { units -> Int32 in
        guard let source = bytes.baseAddress, let target = units.baseAddress else { return 0 }
        return unsafe ctextgen_icu_converter_next(
          handle, source + position, Int32(length), isLast ? 1 : 0, target + held, capacity,
          &consumed)
      }
    }
    precondition(count >= 0, "ICU cannot convert: \(nameOfICUError(count))")
    return (Int(count), Int(consumed))
  }
}

/// What `bytes` most likely are, as a charset name; nil when ICU has no idea.
func likelyCharset(of bytes: ArraySlice<UInt8>) -> String? {
  var name = [CChar](repeating: 0, count: 64)
  let sample = Array(bytes.prefix(1 << 16))
  let confidence = unsafe sample.withUnsafeBufferPointer { sample in
    unsafe name.withUnsafeMutableBufferPointer { name in
      unsafe ctextgen_icu_detect_charset(
        sample.baseAddress, Int32(sample.count), name.baseAddress, Int32(name.count))
    }
  }
  guard confidence > 0 else { return nil }
  let charset = String(
    decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  // windows-1252 holds all of ISO-8859-1 but control characters that no text has.
  return charset == "ISO-8859-1" ? "windows-1252" : charset
}
