import Figures
import Testing

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
