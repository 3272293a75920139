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

  /// The lines, with a blank one between stanzas.
  package var text: String { poem.poem.text }
}
