import Glibc
import TextGenLanguageModeling

/// `value` as JSON for those who read results: numbers have as many digits as matter.
package func resultText(
  _ value: some Encodable, digits: SignificantDigits = .ofProbabilities
) -> String {
  digits.shortened(jsonText(value))
}

/// How many significant digits the numbers of JSON have; the rest of them is noise.
package struct SignificantDigits: Sendable {
  /// What one prediction of a float32 model is good for.
  package static let ofProbabilities = SignificantDigits(count: 6)
  /// What a mean over the tokens of a text is good for.
  package static let ofMeasures = SignificantDigits(count: 9)

  /// The number of digits, 1 to 15.
  package let count: Int

  /// `json` with each number that has a fraction or an exponent rounded, half away from zero; whole
  /// numbers and strings stay.
  package func shortened(_ json: String) -> String {
    var result: [UInt8] = []
    var number: [UInt8] = []
    var (isString, isEscaped) = (false, false)
    result.reserveCapacity(json.utf8.count)
    for byte in json.utf8 {
      if !isString, isPart(byte, ofNumber: number) {
        number.append(byte)
        continue
      }
      result += shortened(number: number)
      number = []
      result.append(byte)
      if byte == UInt8(ascii: "\""), !isEscaped { isString.toggle() }
      isEscaped = isString && byte == UInt8(ascii: "\\") && !isEscaped
    }
    return String(decoding: result + shortened(number: number), as: UTF8.self)
  }

  /// `value` with so many significant digits.
  package func rounded(_ value: Double) -> Double {
    // Beside numbers that small the power of ten would overflow.
    guard value.isFinite, abs(value) > 1e-290 else { return value }
    let exponent = Int(log10(abs(value)).rounded(.down)) - (count - 1)
    let digits =
      (exponent < 0 ? value * pow(10, Double(-exponent)) : value / pow(10, Double(exponent)))
      .rounded()
    // Read as text, the decimal fraction is the nearest one there is.
    return Double("\(Int(digits))e\(exponent)") ?? value
  }

  private func isPart(_ byte: UInt8, ofNumber number: [UInt8]) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"): !number.isEmpty
    default: false
    }
  }

  private func shortened(number: [UInt8]) -> [UInt8] {
    let text = String(decoding: number, as: UTF8.self)
    guard text.contains(where: { ".eE".contains($0) }), let value = Double(text) else {
      return number
    }
    let short = "\(rounded(value))"
    return Array((short.hasSuffix(".0") ? String(short.dropLast(2)) : short).utf8)
  }
}
