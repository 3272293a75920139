/// Text in lines that a terminal of some width shows without breaking words.
enum WrappedText {
  /// `text` with line ends in place of spaces, where a line would have more than `columns` characters;
  /// words that are longer stay whole.
  static func lines(_ text: String, columns: Int) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { wrapped($0, columns) }
      .joined(separator: "\n")
  }

  private static func wrapped(_ line: Substring, _ columns: Int) -> String {
    var (result, width) = ("", 0)
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    for (number, word) in words.enumerated() {
      let fits = width + 1 + word.count <= columns
      if number > 0 {
        result += fits ? " " : "\n"
        width = fits ? width + 1 : 0
      }
      result += word
      width += word.count
    }
    return result
  }
}
