import TextGenJSON

/// How a client wants words, from `initializationOptions` or its configuration.
struct LanguageSettings: Sendable, Hashable {
  /// What comes after a space without being asked for.
  enum AfterSpace: String, Sendable, Hashable {
    case ghost
    case list
    case never
  }

  var count = 7
  var minimumPrefix = 1
  var afterSpace = AfterSpace.ghost
  var hasGhost = true
  var ghostThreshold = 0.25
  var folds = true
  var languages = ProseContext.languages
  var triggersOnLetters = false
  var learnsFromDocument = false

  /// Takes what `value` says, and returns a sentence for each thing that it can't use.
  mutating func take(_ value: JSONValue) -> [String] {
    guard case .object(let members) = value["textgen"] ?? value else { return [] }
    return members.compactMap { member in
      take(member.name, member.value) ? nil : "textgen.\(member.name) is unknown or out of range"
    }
  }

  private mutating func take(_ name: String, _ value: JSONValue) -> Bool {
    switch (name, value) {
    case (_, .null): return true
    case ("count", .int(let number)) where (1...100).contains(number): count = number
    case ("minimumPrefix", .int(let number)) where (0...20).contains(number): minimumPrefix = number
    case ("afterSpace", .string(let name)):
      guard let found = AfterSpace(rawValue: name) else { return false }
      afterSpace = found
    case ("ghost", .bool(let flag)): hasGhost = flag
    case ("ghostThreshold", .number(let number)) where (0...1).contains(number):
      ghostThreshold = number
    case ("ghostThreshold", .int(let number)) where (0...1).contains(number):
      ghostThreshold = Double(number)
    case ("fold", .bool(let flag)): folds = flag
    case ("triggerOnLetters", .bool(let flag)): triggersOnLetters = flag
    case ("adapt", .string("off")): learnsFromDocument = false
    case ("adapt", .string("document")): learnsFromDocument = true
    case ("languages", .array(let values)):
      languages = Set(values.compactMap { if case .string(let name) = $0 { name } else { nil } })
    default: return false
    }
    return true
  }
}
