/// A model whose text was cut by other rules than this process has.
package struct UnicodeMismatch: Sendable, Hashable, CustomStringConvertible {
  /// The versions with which the model was trained.
  package let icu, unicode: String

  /// One sentence: what was found and what it means.
  package var description: String {
    "the model's text was cut by ICU \(icu) (Unicode \(unicode)), this process uses ICU "
      + "\(ICUVersion.icu) (Unicode \(ICUVersion.unicode)); rare words may be cut otherwise"
  }
}
