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
    <title>\(title.escaped)</title>
    <style>
    \(Theme.styleSheet)
    \(Self.styleSheet)
    </style>
    </head>
    <body>
    <a class="skip" href="#content">\(language.skipToContent)</a>
    <header><h1>\(title.escaped)</h1></header>
    \(navigation)<main id="content">
    \(content)</main>
    </body>
    </html>

    """
  }

  /// Links to the sections, where there are enough of them.
  private var navigation: String {
    guard sections.count > 2 else { return "" }
    let links = sections.enumerated().map { index, section in
      "<li><a href=\"#section-\(index + 1)\">\(section.heading.escaped)</a></li>\n"
    }.joined()
    return "<nav aria-label=\"\(language.contents)\"><ol>\n\(links)</ol></nav>\n"
  }

  private var content: String {
    var numbers = (table: 0, figure: 0)
    return sections.enumerated().map { index, section in
      let id = "section-\(index + 1)"
      let blocks = section.blocks.map { block in
        switch block {
        case .paragraph(let text): return "<p>\(text.escaped)</p>\n"
        case .table(let table):
          numbers.table += 1
          return table.html(prefix: "\(language.table) \(numbers.table). ") + "\n"
        case .figure(let figure, let caption):
          numbers.figure += 1
          return """
            <figure>
            \(figure.html)
            <figcaption>\(language.figure) \(numbers.figure). \(caption.escaped)</figcaption>
            </figure>

            """
        }
      }
      return """
        <section aria-labelledby="\(id)">
        <h2 id="\(id)">\(section.heading.escaped)</h2>
        \(blocks.joined())</section>

        """
    }.joined()
  }
}
