/// An option outside its legal range.
package struct OptionError: Error, Hashable, CustomStringConvertible {
  /// The option's name, as a user writes it.
  package let option: String
  /// The value that was found.
  package let value: String
  /// The legal range, in words.
  package let range: String

  /// An error that says what was found and what is legal.
  package init(option: String, value: String, range: String) {
    self.option = option
    self.value = value
    self.range = range
  }

  /// One sentence: the option, the value, the range.
  package var description: String {
    "\(option) is \(value), but must be \(range); give a value in that range"
  }

  static func require(
    _ isLegal: Bool, _ option: String, _ value: some CustomStringConvertible, _ range: String
  ) throws(OptionError) {
    guard !isLegal else { return }
    throw OptionError(option: option, value: value.description, range: range)
  }
}
