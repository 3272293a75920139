/// What the first byte of a code point in UTF-8 says.
package enum UTF8Lead {
  /// The number of bytes of the code point that begins with `byte`; 0 when none can.
  package static func length(_ byte: UInt8) -> Int {
    switch byte {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
