import Testing
import TextGenSafeTensors

@Suite struct ChecksumTests {
  /// From the PyPI package xxhash 3 (bytes 0, 1, 2 … modulo 256).
  @Test(
    arguments: [
      (0, 0xEF46_DB37_51D8_E999, 0x95F0_626F_6F0A_4409),
      (31, 0xC346_D2B5_9B4D_8EE1, 0x0BDB_BCAE_AD6C_6E56),
      (32, 0xCBF5_9C51_16FF_32B4, 0xA597_2D57_C4AE_A230),
      (33, 0x0C53_5D1A_CAFB_8EAD, 0x0C43_E577_54C7_78D9),
      (100, 0x6AC1_E580_3216_6597, 0x8065_3E7E_9B88_7CDD),
      (1000, 0x6EF4_36B0_0EBA_4078, 0xD32E_B2D2_D410_96DB),
    ] as [(Int, UInt64, UInt64)])
  func `XXH64 agrees with the reference`(count: Int, seed0: UInt64, seed7: UInt64) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    #expect(digest(bytes, seed: 0) == seed0)
    #expect(digest(bytes, seed: 7) == seed7)
  }

  @Test func `XXH64 does not depend on how the bytes arrive`() {
    var bits = SeededBits(state: 1)
    let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &bits) }
    for _ in 0..<100 {
      var hash = XXH64()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...80, using: &bits))
        hash.update(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(hash.digest == digest(bytes, seed: 0))
    }
  }

  @Test func `each of 10,000 flipped bits in the data is found`() throws {
    var writer = SafeTensorsWriter(metadata: ["format_version": "1"])
    writer.add("w", shape: [313], (0..<313).map { Float($0) * 0.001 - 0.1 })
    var bytes = try writer.bytes()
    let start = bytes.count - 313 * 4
    try SafeTensorsFile(bytes: bytes, name: "x").verifyChecksum()
    var found = 0
    for flip in 0..<10_000 {
      bytes[start + flip / 8] ^= 1 << (flip % 8)
      let file = try SafeTensorsFile(bytes: bytes, name: "x")
      found += kind { try file.verifyChecksum() } == .checksumMismatch ? 1 : 0
      bytes[start + flip / 8] ^= 1 << (flip % 8)
    }
    #expect(found == 10_000)
  }

  @Test func `each flipped bit of the whole file is refused or found`() throws {
    var bytes = try sampleFile()
    for flip in 0..<bytes.count * 8 {
      bytes[flip / 8] ^= 1 << (flip % 8)
      #expect(throws: SafeTensorsError.self, "bit \(flip % 8) of byte \(flip / 8)") {
        try SafeTensorsFile(bytes: bytes, name: "x").verifyChecksum()
      }
      bytes[flip / 8] ^= 1 << (flip % 8)
    }
  }

  @Test func `a mismatch shows both sums and an absent one is named`() throws {
    var bytes = try sampleFile()
    bytes[bytes.count - 1] ^= 1
    let file = try SafeTensorsFile(bytes: bytes, name: "x.safetensors")
    let written = try #require(file.metadata["textgen.checksum"])
    let text = message { try file.verifyChecksum() }
    #expect(text.hasPrefix("x.safetensors: the contents have the checksum xxh64:"))
    #expect(
      text.hasSuffix(
        ", but \"\(written)\" was written with them; the file was altered or damaged, so restore it"
          + " from a copy"))
    let foreign = try SafeTensorsFile(bytes: handmade("{}"), name: "x.safetensors")
    #expect(!foreign.hasChecksum)
    #expect(
      message { try foreign.verifyChecksum() }
        == "x.safetensors: there is no checksum under the metadata key \"textgen.checksum\"")
  }

  private func kind(_ body: () throws -> Void) -> SafeTensorsError.Kind? {
    do {
      try body()
      return nil
    } catch {
      return (error as? SafeTensorsError)?.kind
    }
  }

  private func digest(_ bytes: [UInt8], seed: UInt64) -> UInt64 {
    var hash = XXH64(seed: seed)
    hash.update(bytes)
    return hash.digest
  }
}
