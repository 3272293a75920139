/// Paragraphs, tables and figures that become one page without anything outside it.
package struct Report: Sendable {
  /// What is to be seen in a table or a figure, and what to look for in it, a sentence each.
  package struct Reading: Sendable, Hashable {
    /// What is to be seen.
    package let shown: String
    /// What to look for.
    package let hint: String

    /// A reading of these two sentences.
    package init(_ shown: String, lookFor hint: String) {
      self.shown = shown
      self.hint = hint
    }

    /// Both sentences.
    var text: String { shown + " " + hint }
  }

  /// A part of a section.
  package enum Block: Sendable {
    /// Running text.
    case paragraph(String)
    /// A table, which gets a number.
    case table(ReportTable)
    /// A figure, which gets a number.
    case figure(any Figure, Reading)
  }

  /// What belongs together, mostly below a heading.
  package struct Section: Sendable {
    /// The heading of the section; nil where the title of the page says it.
    package var heading: String?
    /// What is below the heading.
    package var blocks: [Block]

    /// A section with `blocks` in their order.
    package init(_ heading: String? = nil, _ blocks: [Block] = []) {
      self.heading = heading
      self.blocks = blocks
    }
  }

  /// The title of the page.
  package var title: String
  /// What the page is about, such as the name of a model.
  package var subject: String
  /// The day on which the page was made.
  package var date: CivilDate
  /// The language of the page: of its texts, and of the words that are added to them.
  package var language: Language
  /// The sections; more than two headings are listed at the top of the page.
  package var sections: [Section]

  /// A report of `sections` in their order.
  package init(
    _ title: String, about subject: String, on date: CivilDate, language: Language,
    sections: [Section] = []
  ) {
    self.title = title
    self.subject = subject
    self.date = date
    self.language = language
    self.sections = sections
  }
}
