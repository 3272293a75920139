import FoundationEssentials
import SafeTensors

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

/// SplitMix64 (Steele, Lea and Flood 2014).
struct SeededBits: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A new folder that vanishes with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "textgen-test-" + String(UInt64.random(in: 0 ... .max), radix: 16)
    path = FileManager.default.temporaryDirectory.appending(path: name).path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of `name` in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of all files in the folder.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The contents of the file `name`, or nil where there is none.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: file(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file in the ordinary way.
  func put(_ text: String, _ name: String) throws {
    try put(Array(text.utf8), name)
  }

  /// Writes a file in the ordinary way.
  func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: file(name)))
  }
}
