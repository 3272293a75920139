// Code points of UTF-8 that is known to be valid.

/// The code point at `offset` of `text`, and the number of its bytes.
@inline(__always)
package func codePoint(of text: [UInt8], at offset: Int) -> (value: UInt32, length: Int) {
  let lead = UInt32(text[offset])
  if lead < 0x80 { return (lead, 1) }
  let second = UInt32(text[offset + 1] & 0x3F)
  if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
  let third = UInt32(text[offset + 2] & 0x3F)
  if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
  return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(text[offset + 3] & 0x3F), 4)
}

/// The number of bytes of the code point that begins with `lead`.
@inline(__always)
func codePointLength(_ lead: UInt8) -> Int {
  lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}

/// The UTF-8 of a code point that is not a surrogate.
func utf8(of value: UInt32) -> [UInt8] {
  if value < 0x80 { return [UInt8(value)] }
  let last = UInt8(0x80 | value & 0x3F)
  if value < 0x800 { return [UInt8(0xC0 | value >> 6), last] }
  let middle = UInt8(0x80 | value >> 6 & 0x3F)
  if value < 0x10000 { return [UInt8(0xE0 | value >> 12), middle, last] }
  return [UInt8(0xF0 | value >> 18), UInt8(0x80 | value >> 12 & 0x3F), middle, last]
}

/// The number of code points in `text`.
package func codePointCount(_ text: [UInt8]) -> Int {
  var count = 0
  for byte in text { count += byte.isContinuation ? 0 : 1 }
  return count
}
