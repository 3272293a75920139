import ArgumentParser

extension ArgumentHelp {
  /// The help of a flag.
  init(_ text: some Translated) { self.init(stringLiteral: text.text) }

  /// The help of what takes a value; the detail goes before the full stop of the text.
  init(_ text: some Translated, _ value: ValueName, _ detail: ValueDetail? = nil) {
    self.init(text)
    if let detail {
      let sentence = abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
      abstract = sentence + " " + detail.text + "."
    }
    valueName = value.text
  }
}
