import TextGen

/// The models of commands without `--model`, to notice that a run becomes one.
struct DefaultModel {
  /// The names of what is used, most used first.
  private let names: [String]

  /// What commands would use now; `sample` prefers verse.
  init() {
    let models = [BundledModel.portugues, .poesia].compactMap { try? ChosenModel.byDefault($0) }
    var names: [String] = []
    for name in models.map(\.name) where !names.contains(name) { names.append(name) }
    self.names = names
  }

  /// Says that commands use another model than before, and how to have the earlier one back.
  func sayChange(from earlier: DefaultModel) {
    guard let name = names.first, earlier.names != names else { return }
    guard !earlier.names.isEmpty else { return }
    let options = earlier.names.map { "--model " + ShellWords.quoted($0) }
    Conversation.say(ListingText.changed(name: name, earlier: options))
  }
}
