import TextGenSafeTensors

/// A safetensors file made by hand: `header` as it is, then `byteCount` bytes of data.
func handmade(_ header: String, data byteCount: Int = 0) -> [UInt8] {
  handmade(Array(header.utf8), data: byteCount)
}

/// A safetensors file made by hand from the header's bytes.
func handmade(_ header: [UInt8], data byteCount: Int = 0) -> [UInt8] {
  lengthPrefix(UInt64(header.count)) + header + [UInt8](repeating: 0, count: byteCount)
}

/// A header's length as a file begins with it.
func lengthPrefix(_ length: UInt64) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
}

/// An entry of a header.
func entry(
  _ name: String, _ shape: String, _ begin: Int, _ end: Int, dtype: String = "F32"
) -> String {
  "\"\(name)\":{\"dtype\":\"\(dtype)\",\"shape\":[\(shape)],\"data_offsets\":[\(begin),\(end)]}"
}

/// A small file as our writer makes it.
func sampleFile() throws -> [UInt8] {
  var writer = SafeTensorsWriter(metadata: ["língua": "português"])
  writer.add("w", shape: [2, 3], [1, -2, 3, -4, 5, 0.5] as [Float])
  writer.add("ids", shape: [2], [7, -7] as [Int32])
  writer.add("q", shape: [2, 2], [127, -127, 0, 1] as [Int8])
  return try writer.bytes()
}
