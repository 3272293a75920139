import Foundation
import Testing

@testable import TextGenFigures

struct ColourTests {
  @Test func `a scale has its stops at the ends and in the middle`() {
    let viridis = ColourScale.viridis()
    #expect([0, 0.5, 1].map { viridis.colour(at: $0).hex } == ["#440154", "#21918c", "#fde725"])
    #expect(viridis.colour(at: -3) == viridis.colour(at: 0))
    #expect(viridis.colour(at: .infinity) == viridis.colour(at: 1))
    #expect(viridis.colour(at: .nan) == viridis.colour(at: 0))
    let diverging = ColourScale.blueOrange()
    #expect([0, 0.5, 1].map { diverging.colour(at: $0).hex } == ["#00375f", "#f4f2ee", "#7f3500"])
    #expect(ColourScale.marker().colour(at: 0).opacity == 0)
    #expect(ColourScale.markers().colour(at: 0.5).opacity == 0)
  }

  @Test func `a sequential scale grows lighter, a diverging one darker from its middle`() {
    let black = Colour(0x000000)
    func lightness(_ scale: ColourScale) -> [Double] {
      (0...20).map { scale.colour(at: Double($0) / 20).contrast(with: black) }
    }
    let viridis = lightness(.viridis())
    #expect(viridis == viridis.sorted())
    let diverging = lightness(.blueOrange())
    #expect(Array(diverging[...10]) == diverging[...10].sorted())
    #expect(Array(diverging[10...]) == diverging[10...].sorted(by: >))
  }

  @Test func `series stand out from the background`() {
    #expect(Palette.onLight.allSatisfy { $0.contrast(with: Colour(0xFFFFFF)) >= 3 })
    #expect(Palette.onDark.allSatisfy { $0.contrast(with: Colour(0x15181C)) >= 3 })
    #expect(Set(Palette.onLight).count == 8 && Set(Palette.onDark).count == 8)
  }

  /// What is left of a colour, in linear light, for each kind of vision: all cones, and without long,
  /// middle or short ones (Machado, Oliveira and Fernandes 2009, severity 1).
  private static let visions: [[SIMD3<Double>]] = [
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
    [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  /// The place of a colour in CIELAB (D65) as somebody with `vision` sees it.
  private func lab(_ colour: Colour, _ vision: [SIMD3<Double>]) -> SIMD3<Double> {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    func product(_ rows: [SIMD3<Double>], _ vector: SIMD3<Double>) -> [Double] {
      rows.map { ($0 * vector).sum() }
    }
    let light = SIMD3(linear(colour.red), linear(colour.green), linear(colour.blue))
    let seen = product(vision, light).map { min(1, max(0, $0)) }
    let xyz = product(
      [
        [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883],
      ], SIMD3(seen[0], seen[1], seen[2])
    ).map { $0 > 216.0 / 24389 ? cbrt($0) : (24389.0 / 27 * $0 + 16) / 116 }
    return SIMD3(116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2]))
  }

  /// The least distance of two of `colours`, and of their lightness.
  private func leastDistances(_ colours: [Colour]) -> (seen: Double, grey: Double) {
    var (seen, grey) = (Double.infinity, Double.infinity)
    for (index, colour) in colours.enumerated() {
      for other in colours[..<index] {
        for vision in Self.visions {
          let way = lab(colour, vision) - lab(other, vision)
          seen = min(seen, (way * way).sum().squareRoot())
        }
        grey = min(grey, abs(lab(colour, Self.visions[0]).x - lab(other, Self.visions[0]).x))
      }
    }
    return (seen, grey)
  }

  @Test func `series are told apart with any colour vision, and in grey`() {
    for palette in [Palette.onLight, Palette.onDark] {
      let (seen, grey) = leastDistances(palette)
      #expect(seen >= 20 && grey >= 5, "\(seen), \(grey)")
    }
    let terminal = (0..<8).compactMap { Palette.onAny($0) }
    #expect(terminal.count == 7)
    #expect(leastDistances(terminal).seen >= 17)
    #expect(Set(terminal.map(\.terminalIndex)).count == 7)
    for colour in terminal {
      #expect(colour.contrast(with: Colour(0xFFFFFF)) >= 3 && colour.contrast(with: Colour(0)) >= 3)
    }
  }

  @Test func `two series of one colour have other markers and other lines`() {
    for (one, other) in [(0, 8), (1, 9), (4, 12)] {
      let (first, second) = (Marker(series: one), Marker(series: other))
      #expect(first.shape != second.shape && first.dashes != second.dashes)
    }
    #expect(Set((0..<6).map { Marker(series: $0).dashes }).count == 6)
  }

  @Test func `text can be read on every colour, opaque or not`() {
    for step in 0...50 {
      let colour = ColourScale.viridis().colour(at: Double(step) / 50)
      #expect(colour.readableInk.contrast(with: colour) >= 4.5)
      for scale in [ColourScale.marker(), .markers()] {
        let tint = scale.colour(at: Double(step) / 50)
        #expect(tint.over(Colour(0xFFFFFF)).contrast(with: Colour(0x1A1A1A)) >= 4.5)
        #expect(tint.over(Colour(0x15181C)).contrast(with: Colour(0xECECEC)) >= 4.5)
      }
    }
  }
}
