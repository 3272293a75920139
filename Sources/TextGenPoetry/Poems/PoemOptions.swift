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
  /// A text that the model reads before the poem.
  ///
  /// A model that has read more prose than verse needs to be told that verse is asked for, and one of verse
  /// that its lines make sentences.
  package var prelude = """
    Quando a tarde vai descendo
    Sobre as águas da ribeira,
    Ouço o vento que, gemendo,
    Chama a lua à minha beira.


    """

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
