import Foundation
import Testing
import TextGenCompute

struct SeededGeneratorTests {
  private struct State: Codable, Equatable {
    var s0, s1, s2, s3: UInt64
  }

  @Test func `the sequence is that of xoshiro256**`() throws {
    // The test vector of the crate rand_xoshiro, from the authors' C code.
    let state = try JSONEncoder().encode(State(s0: 1, s1: 2, s2: 3, s3: 4))
    var generator = try JSONDecoder().decode(TextGenCompute.SeededGenerator.self, from: state)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      ])
  }

  @Test func `the seed is spread by SplitMix64`() throws {
    let generator = TextGenCompute.SeededGenerator(seed: 0)
    let state = try JSONDecoder().decode(State.self, from: JSONEncoder().encode(generator))
    #expect(
      state
        == State(
          s0: 0xE220_A839_7B1D_CDAF, s1: 0x6E78_9E6A_A1B9_65F4, s2: 0x06C4_5D18_8009_454F,
          s3: 0xF88B_B8A8_724C_81EC))
  }

  @Test func `a saved generator goes on where it was`() throws {
    var generator = TextGenCompute.SeededGenerator(seed: 42)
    _ = generator.next()
    let saved = try JSONEncoder().encode(generator)
    var restored = try JSONDecoder().decode(TextGenCompute.SeededGenerator.self, from: saved)
    #expect(restored == generator)
    #expect(restored.next() == generator.next())
  }
}
