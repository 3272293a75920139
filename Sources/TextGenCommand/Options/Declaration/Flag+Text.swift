import ArgumentParser

extension Flag where Value == Bool {
  /// A flag that is off unless it is given.
  init(wrappedValue: Bool, name: NameSpecification = .long, _ text: some Translated) {
    self.init(wrappedValue: wrappedValue, name: name, help: ArgumentHelp(text))
  }
}
