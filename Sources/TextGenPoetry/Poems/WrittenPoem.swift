package import TextGenProsody

/// A poem that keeps its form.
package struct WrittenPoem: Sendable {
  /// The poem, scanned as its form is checked.
  package let poem: ScannedPoem
  /// The tokens of its text.
  package let tokens: Int
  /// The tokens that the model has read to find it.
  package let steps: Int
  /// The plans of rhymes that were tried.
  package let plans: Int
  /// Whether it has a word of its theme; true where nothing is asked that the model knows.
  package let hasTheme: Bool

  /// The lines, with a blank one between stanzas.
  package var text: String { poem.poem.text }
}
