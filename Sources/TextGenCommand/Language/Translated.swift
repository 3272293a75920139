import TextGenFigures

/// What the program says, in each of its languages. The cases of an enumeration and two exhaustive
/// switches are a table that cannot lack a translation:
///
///     enum FruitText: Translated {
///       case apple
///
///       var english: String { switch self { case .apple: "apple" } }
///       var portuguese: String { switch self { case .apple: "maçã" } }
///     }
protocol Translated: Sendable {
  var english: String { get }
  var portuguese: String { get }
}

extension Translated {
  /// What is said in `language`.
  func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .portuguese: portuguese
    }
  }

  /// What is said in the language of the program.
  var text: String { text(in: .ofProgram) }
}
