/// How many keys a text took, against its characters.
package struct KeyCount: Sendable, Hashable {
  /// Keys that were pressed for the text: one a letter, one a choice, which brings its space.
  package var keys = 0

  /// No keys.
  package init() {}

  /// The share of keys that were saved: characters without keys by characters, at least 0.
  package func savedShare(ofCharacters count: Int) -> Double {
    count > 0 ? max(0, 1 - Double(keys) / Double(count)) : 0
  }
}
