/// Colours for values: from low to high, or to both sides of a middle.
package struct ColourScale: Sendable, Hashable {
  /// Colours at equal distances, between which is interpolated.
  package let stops: [Colour]
  /// The value in the middle of the colours, or nil where they run from low to high.
  package let middle: Double?
  /// The values of the outermost colours, or nil for those of the figure.
  package var range: ClosedRange<Double>?

  /// A scale of at least two colours.
  package init(_ stops: [Colour], middle: Double? = nil, range: ClosedRange<Double>? = nil) {
    precondition(stops.count >= 2, "\(stops.count) stops are fewer than 2")
    if let middle { precondition(middle.isFinite, "a middle of \(middle) is not finite") }
    self.stops = stops
    self.middle = middle
    self.range = range
  }

  /// The colour at a share from 0 to 1 of the scale; shares outside get the colour of the end.
  package func colour(at share: Double) -> Colour {
    let place = min(max(share.isNaN ? 0 : share, 0), 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    return stops[index].mixed(with: stops[index + 1], share: place - Double(index))
  }
}

extension ColourScale {
  /// From dark violet over green to yellow, each step as large to the eye as the others: samples
  /// of "viridis" by van der Walt and Smith (matplotlib, 2015, CC0,
  /// https://bids.github.io/colormap/).
  package static func viridis(range: ClosedRange<Double>? = nil) -> ColourScale {
    let stops: [UInt32] = [
      0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725,
    ]
    return ColourScale(stops.map { Colour($0) }, range: range)
  }

  /// From blue over near white to orange: the two hues of Okabe and Ito that no colour vision
  /// confuses, darker away from the middle (Moreland, "Diverging color maps", 2009).
  package static func blueOrange(
    around middle: Double = 0, range: ClosedRange<Double>? = nil
  ) -> ColourScale {
    let stops: [UInt32] = [
      0x00375F, 0x0072B2, 0x7DB9DD, 0xF4F2EE, 0xF2B27C, 0xD55E00, 0x7F3500,
    ]
    return ColourScale(stops.map { Colour($0) }, middle: middle, range: range)
  }

  /// From nothing to orange, as if marked with a pen: for text that stays readable on any page.
  package static func marker(range: ClosedRange<Double>? = nil) -> ColourScale {
    let orange: UInt32 = 0xE06A10
    return ColourScale([Colour(orange, opacity: 0), Colour(orange, opacity: 0.7)], range: range)
  }

  /// From blue over nothing to orange, as if marked with two pens.
  package static func markers(
    around middle: Double = 0, range: ClosedRange<Double>? = nil
  ) -> ColourScale {
    let (blue, orange): (UInt32, UInt32) = (0x1F83C9, 0xE06A10)
    return ColourScale(
      [
        Colour(blue, opacity: 0.75), Colour(blue, opacity: 0), Colour(orange, opacity: 0),
        Colour(orange, opacity: 0.7),
      ], middle: middle, range: range)
  }
}
