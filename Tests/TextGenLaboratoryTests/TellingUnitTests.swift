import Testing
import TextGenCompute
import TextGenLayers

@testable import TextGenLaboratory

/// Which units of a layer are worth looking at.
struct TellingUnitTests {
  private static let verse = """
    Quem vem lá? (É o vento.)
    Leva as folhas, traz a chuva.
    Vou contigo, disse a Rosa.
    Fica tarde, 12 horas são.
    Nada mais.

    """
  private static let pieces = verse.map { String($0) }

  /// A layer of 24 units that go with nothing, but for those of `planted`.
  private func layer(
    _ pieces: [String], seed: UInt64 = 5, planted: [Int: [Double]] = [:]
  ) -> UnitActivity {
    var generator = SeededGenerator(seed: seed)
    let values = pieces.indices.map { index in
      (0..<24).map { unit in
        let noise = Float.random(in: -0.5...0.5, using: &generator)
        return planted[unit].map { Float($0[index]) + 0.2 * noise } ?? noise
      }
    }
    return UnitActivity(layer: 0, name: "h", values: values)
  }

  @Test func `units that go with the text are found, each with what it goes with`() throws {
    let pieces = Self.pieces
    let lineEnds = try #require(TextTrait.lineEnd.values(of: pieces))
    let capitals = try #require(TextTrait.capital.values(of: pieces)).map { -$0 }
    let position = try #require(TextTrait.linePosition.values(of: pieces)).map { $0 / 30 }
    let hidden = layer(pieces, planted: [3: lineEnds, 11: capitals, 20: position])
    let units = TellingUnit.choose(10, of: hidden, halfLives: nil, over: pieces)
    #expect(units.count == 10 && Set(units.map(\.unit)).count == 10)
    var found: [Int: (trait: TextTrait, correlation: Double)] = [:]
    for unit in units {
      if case .follows(let trait, let correlation) = unit.reason {
        found[unit.unit] = (trait, correlation)
      }
    }
    #expect(Set(found.keys) == [3, 11, 20])
    #expect(found[3]?.trait == .lineEnd && (found[3]?.correlation ?? 0) > 0.9)
    #expect(found[11]?.trait == .capital && (found[11]?.correlation ?? 0) < -0.9)
    #expect(found[20]?.trait == .linePosition && (found[20]?.correlation ?? 0) > 0.9)
  }

  @Test func `one unit that goes with everything is told of once`() throws {
    let lineEnds = try #require(TextTrait.lineEnd.values(of: Self.pieces))
    let hidden = layer(Self.pieces, planted: [7: lineEnds])
    let units = TellingUnit.choose(4, of: hidden, halfLives: nil, over: Self.pieces)
    #expect(units.count { $0.unit == 7 } == 1 && units.first?.unit == 7)
  }

  @Test func `chance is no reason`() {
    // In a short text everything goes with something.
    for text in [Self.pieces, "a b\nc d\ne f\n".map { String($0) }] {
      for seed in 0..<20 {
        let units = TellingUnit.choose(
          10, of: layer(text, seed: UInt64(seed)), halfLives: nil, over: text)
        for unit in units {
          guard case .varies = unit.reason else {
            Issue.record("seed \(seed): \(unit)")
            continue
          }
        }
      }
    }
  }

  @Test func `the longest memories come after what follows the text, the liveliest last`() {
    let pieces = Self.pieces
    let still = [Double](repeating: 0.3, count: pieces.count)
    var hidden = layer(pieces)
    // Unit 2 never moves, unit 9 moves most.
    hidden = UnitActivity(
      layer: 0, name: "h",
      values: hidden.values.enumerated().map { index, values in
        var values = values
        values[2] = Float(still[index])
        values[9] *= 3
        return values
      })
    var lives = (0..<24).map { Double($0) }
    lives[2] = .infinity
    let units = TellingUnit.choose(4, of: hidden, halfLives: lives, over: pieces)
    #expect(units.map(\.unit).prefix(3) == [23, 22, 9])
    #expect(units[0].reason == .remembers(halfLife: 23))
    guard case .varies(let deviation) = units[2].reason else {
      Issue.record("\(units)")
      return
    }
    #expect(deviation > 0.5)
    #expect(!units.contains { $0.unit == 2 })
  }

  @Test(arguments: [0, 1, 2, 3, 24, 100])
  func `there are as many as were asked for, and no unit twice`(_ count: Int) {
    let lives = (0..<24).map { Double($0) }
    let units = TellingUnit.choose(
      count, of: layer(Self.pieces), halfLives: lives, over: Self.pieces)
    #expect(units.count == min(count, 24))
    #expect(Set(units.map(\.unit)).count == units.count)
  }
}
