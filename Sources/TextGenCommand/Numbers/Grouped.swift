import TextGenFigures

/// `value` with a comma before every three digits, in Portuguese a point; in the language of the program
/// unless another is given.
func grouped(_ value: Int, in language: Language = .ofProgram) -> String {
  let digits = String(value.magnitude)
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) {
      result += language.word(".", ",")
    }
    result.append(digit)
  }
  return (value < 0 ? "-" : "") + result
}

/// `count` and the noun that goes with it.
func counted(
  _ count: Int, _ singular: String, _ plural: String? = nil, in language: Language = .ofProgram
) -> String {
  grouped(count, in: language) + " " + (count == 1 ? singular : plural ?? singular + "s")
}
