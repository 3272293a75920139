import TextGenFigures

// Numbers as people read them in the language of the program.

/// `value` with `decimals` digits after the point or comma; infinities and what is no number by name.
func fixed(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
  guard abs(value) < 1e12 else { return "\(value)" }
  let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
  let digits = String(Int((abs(value) * scale).rounded()))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let sign = value < 0 && padded.contains { $0 != "0" } ? "-" : ""
  guard decimals > 0 else { return sign + padded }
  return sign + padded.dropLast(decimals) + Language.ofProgram.word(",", ".")
    + padded.suffix(decimals)
}

/// `value` with the digits that it has.
func plain(_ value: Double) -> String {
  "\(value)".replacing(".", with: Language.ofProgram.word(",", "."))
}

/// `value` in at most four characters: `950`, `9.5k`, `95k`, `1.2M`.
func compact(_ value: Double) -> String {
  for (limit, unit) in [(1e9, "G"), (1e6, "M"), (1e3, "k")] where value >= limit {
    let scaled = value / limit
    return fixed(scaled, scaled < 10 ? 1 : 0) + unit
  }
  return fixed(value, value < 10 ? 1 : 0)
}

/// A share from 0 to 1 in per cent.
func percent(_ share: Double, _ decimals: Int = 1) -> String { fixed(share * 100, decimals) + " %" }
