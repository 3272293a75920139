#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A colour of the sRGB space, more or less opaque.
package struct Colour: Sendable, Hashable {
  /// The share of red, from 0 to 255.
  package let red: UInt8
  /// The share of green, from 0 to 255.
  package let green: UInt8
  /// The share of blue, from 0 to 255.
  package let blue: UInt8
  /// From 0, invisible, to 1.
  package let opacity: Double

  /// The colour `0xRRGGBB`.
  package init(_ hex: UInt32, opacity: Double = 1) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
    self.opacity = min(max(opacity, 0), 1)
  }

  /// The colour as `#rrggbb`, without its opacity.
  package var hex: String {
    let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The contrast of two opaque colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The colour a share of the way from this one to `other`.
  package func mixed(with other: Colour, share: Double) -> Colour {
    func mix(_ from: UInt8, _ to: UInt8) -> UInt32 {
      UInt32((Double(from) + (Double(to) - Double(from)) * share).rounded())
    }
    return Colour(
      mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue),
      opacity: opacity + (other.opacity - opacity) * share)
  }

  /// What is seen when this colour lies on an opaque one.
  package func over(_ background: Colour) -> Colour {
    background.mixed(with: Colour(rgb), share: opacity)
  }

  /// Black or white, whichever is easier to read on this colour.
  package var readableInk: Colour {
    let (black, white) = (Colour(0x000000), Colour(0xFFFFFF))
    return contrast(with: black) > contrast(with: white) ? black : white
  }
}

extension Colour {
  private var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// The relative luminance, from 0 to 1 (WCAG 2.2).
  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The nearest of the 256 colours of xterm: a 6 × 6 × 6 cube and a row of greys.
  var terminalIndex: Int {
    let levels = [0, 95, 135, 175, 215, 255]
    let channels = [red, green, blue].map(Int.init)
    let steps = channels.map { channel in
      levels.indices.min { abs(levels[$0] - channel) < abs(levels[$1] - channel) } ?? 0
    }
    let grey = min(max((channels.reduce(0, +) / 3 - 3) / 10, 0), 23)
    func distance(_ others: [Int]) -> Int {
      zip(channels, others).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let isGrey =
      distance([8 + 10 * grey, 8 + 10 * grey, 8 + 10 * grey]) < distance(steps.map { levels[$0] })
    return isGrey ? 232 + grey : 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
  }
}
