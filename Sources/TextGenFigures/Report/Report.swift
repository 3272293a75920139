/// Paragraphs, tables and figures that become one page without anything outside it.
public struct Report: Sendable {
  /// A part of a section.
  public enum Block: Sendable {
    /// Running text.
    case paragraph(String)
    /// A table, which gets a number.
    case table(ReportTable)
    /// A figure, which gets a number, and what is to be seen in it.
    case figure(any Figure, caption: String)
  }

  /// A heading and what is below it.
  public struct Section: Sendable {
    /// The heading of the section.
    public var heading: String
    /// What is below the heading.
    public var blocks: [Block]

    /// A section with `blocks` in their order.
    public init(_ heading: String, _ blocks: [Block] = []) {
      self.heading = heading
      self.blocks = blocks
    }
  }

  /// The title of the page.
  public var title: String
  /// The language of the page: of its texts, and of the words that are added to them.
  public var language: Language
  /// The sections; more than two are listed at the top of the page.
  public var sections: [Section]

  /// A report of `sections` in their order.
  public init(_ title: String, language: Language, sections: [Section] = []) {
    self.title = title
    self.language = language
    self.sections = sections
  }
}
