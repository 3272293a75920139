extension Report {
  /// The page: HTML5 without scripts, and without anything that is loaded from elsewhere.
  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    \(Origin.page)
    <title>\(title.escaped) · \(subject.escaped)</title>
    <style>
    \(Theme.styleSheet)
    \(Self.styleSheet)
    </style>
    </head>
    <body>
    <a class="skip" href="#content">\(language.skipToContent)</a>
    <header><h1>\(title.escaped)</h1>
    <p class="about">\(subject.escaped) · \(date.html(in: language))</p></header>
    \(navigation)<main id="content">
    \(content)</main>
    </body>
    </html>

    """
  }

  /// Links to the sections, where there are enough of them.
  private var navigation: String {
    let headings = sections.enumerated().compactMap { index, section in
      section.heading.map { (index: index, text: $0) }
    }
    guard headings.count > 2 else { return "" }
    let links = headings.map { heading in
      "<li><a href=\"#\(id(heading.index))\">\(heading.text.escaped)</a></li>\n"
    }.joined()
    return "<nav aria-label=\"\(language.contents)\"><ol>\n\(links)</ol></nav>\n"
  }

  private func id(_ section: Int) -> String { "section-\(section + 1)" }

  private var content: String {
    var numbers = (table: 0, figure: 0)
    return sections.enumerated().map { index, section in
      let blocks = section.blocks.map { block in
        switch block {
        case .paragraph(let text): return "<p>\(text.escaped)</p>\n"
        case .table(let table):
          numbers.table += 1
          return table.html(prefix: "\(language.table) \(numbers.table). ") + "\n"
        case .figure(let figure, let reading):
          numbers.figure += 1
          return """
            <figure>
            \(figure.html)
            <figcaption>\(language.figure) \(numbers.figure). \(reading.text.escaped)</figcaption>
            </figure>

            """
        }
      }.joined()
      guard let heading = section.heading else { return "<section>\n\(blocks)</section>\n" }
      return """
        <section aria-labelledby="\(id(index))">
        <h2 id="\(id(index))">\(heading.escaped)</h2>
        \(blocks)</section>

        """
    }.joined()
  }
}
