import TextGenFigures

/// `value` with a comma before every three digits, in Portuguese a point.
func grouped(_ value: Int) -> String {
  let digits = String(value.magnitude)
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) {
      result += Language.ofProgram.word(".", ",")
    }
    result.append(digit)
  }
  return (value < 0 ? "-" : "") + result
}

/// `count` and the noun that goes with it.
func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
  grouped(count) + " " + (count == 1 ? singular : plural ?? singular + "s")
}
