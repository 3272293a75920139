/// Rhymes that are found too easily, since very many words have their endings.
package enum EasyRhyme {
  private static let endings = ["ar", "ado", "mente", "ão"]

  /// Whether `word` has one of these endings.
  package static func ends(_ word: String) -> Bool { endings.contains { word.hasSuffix($0) } }

  /// Whether both words have the same one.
  static func joins(_ first: String, _ second: String) -> Bool {
    endings.contains { first.hasSuffix($0) && second.hasSuffix($0) }
  }
}
