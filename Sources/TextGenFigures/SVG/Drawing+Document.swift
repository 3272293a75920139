extension Drawing {
  /// The drawing as an `svg` element inside a page that declares the colours, without side margins.
  func element(_ figure: some Figure) -> String {
    """
    <svg role="img" viewBox="8 0 \(pixels(width - 16)) \(pixels(height))" \
    width="\(pixels(width - 16))" height="\(pixels(height))" \(fonts)>
    \(description(figure))
    \(elements)</svg>
    """
  }

  /// The drawing as a document of its own.
  func document(_ figure: some Figure) -> String {
    let style = theme == .adaptive ? "<style>\(Theme.styleSheet)</style>\n" : ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      \(Origin.picture)
      <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="\(viewBox)" \
      width="\(pixels(width))" height="\(pixels(height))" \(fonts) \
      xml:lang="\(figure.language.rawValue)">
      \(description(figure))
      \(style)<rect width="100%" height="100%" fill="\(theme.css(.paper))"/>
      \(elements)</svg>

      """
  }

  private var viewBox: String { "0 0 \(pixels(width)) \(pixels(height))" }

  private var fonts: String { "font-family=\"system-ui, 'DejaVu Sans', sans-serif\"" }

  private func description(_ figure: some Figure) -> String {
    "<title>\(figure.title.escaped)</title>\n<desc>\(figure.summary.escaped)</desc>"
  }
}
