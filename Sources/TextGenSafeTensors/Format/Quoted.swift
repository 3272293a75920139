/// `text` in quotation marks on one line, cut after 80 characters: names come from files and may
/// hold line ends, terminal commands or megabytes.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars.prefix(80) {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    default:
      if isInvisible(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + (text.unicodeScalars.count > 80 ? "…\"" : "\"")
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
  default: false
  }
}
