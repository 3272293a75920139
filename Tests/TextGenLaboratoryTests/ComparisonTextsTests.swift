import Testing
import TextGenCompute
import TextGenEvaluation
import TextGenLaboratory

struct ComparisonTextsTests {
  private let lines = (0..<4_000).map { "Linha número \($0) de um texto qualquer." }

  private func texts(probes: [String] = [], share: Double = 0, seed: UInt64 = 1) throws
    -> ComparisonTexts
  {
    var generator = SeededGenerator(seed: seed)
    return try ComparisonTexts(lines, probes: probes, share: share, using: &generator)
  }

  @Test func `every line is in one part, in order, and neighbours stay together`() throws {
    let texts = try texts()
    let parts = [texts.training, texts.validation, texts.test].map {
      $0.split(separator: "\n").map(String.init)
    }
    #expect(parts.flatMap { $0 }.count == lines.count)
    #expect(Set(parts.flatMap { $0 }) == Set(lines))
    let numbers = parts.map { $0.compactMap { Int($0.split(separator: " ")[2]) } }
    for part in numbers { #expect(part == part.sorted()) }
    for part in numbers.dropFirst() {
      let breaks = zip(part, part.dropFirst()).count { $1 != $0 + 1 }
      #expect(breaks < part.count / 30, "blocks of lines")
      #expect(abs(Double(part.count) / Double(lines.count) - 0.05) < 0.02)
    }
  }

  @Test(arguments: [0, 0.1, 0.5])
  func `probe lines have their share and stand whole among the others`(share: Double) throws {
    let probes = (0..<20_000).map { "Prova \($0)." }
    let texts = try texts(probes: probes, share: share)
    let training = texts.training.split(separator: "\n").map(String.init)
    let found = training.filter { $0.hasPrefix("Prova") }
    let characters = found.reduce(0) { $0 + $1.count + 1 }
    #expect(abs(Double(characters) / Double(texts.training.count) - share) < 0.001)
    #expect(Set(found) == Set(probes.prefix(found.count)))
    #expect(
      training.filter { !$0.hasPrefix("Prova") }
        == (try self.texts().training)
        .split(separator: "\n").map(String.init))
    #expect(!texts.validation.contains("Prova") && !texts.test.contains("Prova"))
  }

  @Test func `the same seed gives the same texts`() throws {
    let probes = (0..<200).map { "Prova \($0)." }
    let first = try texts(probes: probes, share: 0.1)
    #expect(try texts(probes: probes, share: 0.1).training == first.training)
    #expect(try texts(probes: probes, share: 0.1, seed: 2).training != first.training)
  }

  @Test func `a corpus without enough for each part is refused with numbers`() {
    var generator = SeededGenerator(seed: 1)
    let error = #expect(throws: ComparisonError.self) {
      try ComparisonTexts(
        Array(lines.prefix(200)), probes: [], share: 0, using: &generator)
    }
    #expect(error?.description.contains("too few to hold out") == true)
    #expect(error?.description.contains("at least 41000") == true)
  }

  @Test func `an interval holds the value, and equal blocks leave it no width`() {
    var generator = SeededGenerator(seed: 1)
    let equal = BitsPerCharacter(
      (0..<50).map { _ in BlockCost(bits: 300, characters: 200) }, using: &generator)
    #expect(equal.value == 1.5 && equal.low == 1.5 && equal.high == 1.5)
    let blocks = (0..<400).map { BlockCost(bits: Double($0 % 2) * 200 + 200, characters: 200) }
    let mixed = BitsPerCharacter(blocks, using: &generator)
    // The mean of 400 fair coins of 1 and 2 has a deviation of 0.025.
    #expect(mixed.value == 1.5)
    #expect(abs(mixed.low - (1.5 - 0.049)) < 0.008 && abs(mixed.high - (1.5 + 0.049)) < 0.008)
  }
}
