package import TextGenProsody

/// What a poem is asked for.
package struct PoemOptions: Sendable, Hashable {
  package var outline: PoemOutline
  /// Where rhymes must hold.
  package var strictness: Strictness
  /// A first line that is given.
  package var firstLine: String?
  /// A name that the first letters of the lines spell.
  package var acrostic: String?
  /// Words that the poem is about.
  package var theme: [String] = []
  /// The noise of the search: 0 for the best poem that is found.
  package var temperature = 0.8
  package var width = SearchWidth()

  package init(
    _ outline: PoemOutline, strictness: Strictness = .both, firstLine: String? = nil,
    acrostic: String? = nil, theme: [String] = []
  ) {
    self.outline = outline
    self.strictness = strictness
    self.firstLine = firstLine
    self.acrostic = acrostic
    self.theme = theme
  }
}
