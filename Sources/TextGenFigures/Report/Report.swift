/// Paragraphs, tables and figures that become one page without anything outside it.
package struct Report: Sendable {
  /// A part of a section.
  package enum Block: Sendable {
    /// Running text.
    case paragraph(String)
    /// A table, which gets a number.
    case table(ReportTable)
    /// A figure, which gets a number, and what is to be seen in it.
    case figure(any Figure, caption: String)
  }

  /// A heading and what is below it.
  package struct Section: Sendable {
    /// The heading of the section.
    package var heading: String
    /// What is below the heading.
    package var blocks: [Block]

    /// A section with `blocks` in their order.
    package init(_ heading: String, _ blocks: [Block] = []) {
      self.heading = heading
      self.blocks = blocks
    }
  }

  /// The title of the page.
  package var title: String
  /// The language of the page: of its texts, and of the words that are added to them.
  package var language: Language
  /// The sections; more than two are listed at the top of the page.
  package var sections: [Section]

  /// A report of `sections` in their order.
  package init(_ title: String, language: Language, sections: [Section] = []) {
    self.title = title
    self.language = language
    self.sections = sections
  }
}
