import Testing
import TextGenSafeTensors

/// Random damage: whatever the bytes, the answer is a file or a `SafeTensorsError`, never a crash.
@Suite struct MutationTests {
  private static let mutationCount = 100_000

  @Test(arguments: 0..<4)
  func `mutated files are read or refused, and what is read is consistent`(part: Int) throws {
    var bits = SeededBits(state: UInt64(part))
    let original = try sampleFile()
    var refused = 0
    for _ in 0..<Self.mutationCount / 4 {
      let bytes = mutated(original, using: &bits)
      do {
        let file = try SafeTensorsFile(bytes: bytes, name: "x")
        try check(file, bytes)
      } catch let error as SafeTensorsError {
        refused += 1
        precondition(error.byteOffset.map { 0...bytes.count + 8 ~= $0 } ?? true, "\(error)")
      }
    }
    #expect(refused > Self.mutationCount / 8)
    #expect(refused < Self.mutationCount / 4)
  }

  private func check(_ file: SafeTensorsFile, _ bytes: [UInt8]) throws {
    for entry in file.tensors {
      let count = try file.withBytes(named: entry.name) { $0.byteCount }
      precondition(count == entry.shape.reduce(entry.type.byteCount, *), "\(entry)")
      guard entry.type == .int8, entry.shape.count == 2 else { continue }
      let elements = file.withElements(0..<entry.count, of: entry, as: Int8.self) { $0.count }
      precondition(elements == entry.count, "\(entry)")
    }
    precondition(file.tensors.map(\.byteRange.count).reduce(0, +) <= bytes.count, "\(file.name)")
  }
}

/// `bytes` with one or two random changes.
func mutated(_ bytes: [UInt8], using bits: inout SeededBits) -> [UInt8] {
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...2, using: &bits) where bytes.count > 8 {
    mutate(&bytes, using: &bits)
  }
  return bytes
}

private func mutate(_ bytes: inout [UInt8], using bits: inout SeededBits) {
  let place = Int.random(in: 0..<bytes.count, using: &bits)
  switch Int.random(in: 0..<6, using: &bits) {
  case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &bits)
  case 1: bytes[place] = UInt8.random(in: 0...255, using: &bits)
  case 2: bytes.removeSubrange(place...)
  case 3: bytes.insert(UInt8.random(in: 0...255, using: &bits), at: place)
  case 4: bytes.remove(at: place)
  default: editNumber(&bytes, from: place, using: &bits)
  }
}

/// Puts another number in place of the first digit from `place` on, and keeps the header's length
/// right, so that the change reaches the rules for sizes.
private func editNumber(
  _ bytes: inout [UInt8], from place: Int, using bits: inout SeededBits
) {
  let numbers = [
    "0", "1", "-1", "2147483648", "4611686018427387904", "9223372036854775807", "1e9",
  ]
  let text = numbers[Int.random(in: 0..<numbers.count, using: &bits)]
  let header = 8 + Int(bytes[0]) + Int(bytes[1]) << 8
  guard place < header, header <= bytes.count,
    let digit = bytes[place..<header].firstIndex(where: { (0x30...0x39).contains($0) })
  else { return }
  bytes.replaceSubrange(digit...digit, with: text.utf8)
  let length = header - 8 + text.utf8.count - 1
  bytes.replaceSubrange(0..<8, with: lengthPrefix(UInt64(length)))
}
