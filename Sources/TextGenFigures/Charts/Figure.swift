/// Something that can be looked at: as SVG, in a page and in a terminal.
///
/// A figure of one's own needs `draw(in:)` and `text(_:)`; the other forms follow.
package protocol Figure: Sendable {
  /// What the figure shows, in a few words.
  var title: String { get }
  /// The language of its fixed words and numbers.
  var language: Language { get }
  /// What the figure shows, in a sentence for those who do not see it.
  var summary: String { get }
  /// The figure as part of a page that declares the colours, as `Report` does.
  var html: String { get }
  /// Draws the figure and sets the height of `drawing`.
  func draw(in drawing: inout Drawing)
  /// The figure in lines no wider than `terminal`, each with a line end.
  func text(_ terminal: TerminalCanvas) -> String
}

extension Figure {
  /// The figure as a document of its own, `width` pixels wide (200 to 20,000).
  package func svg(width: Double, theme: Theme) -> String {
    drawing(width: width, theme: theme).document(self)
  }

  package var html: String { responsive }

  /// The figure drawn once for wide and once for narrow screens; the page shows one of them.
  var responsive: String {
    """
    <div class="wide">\(element(width: 856))</div>
    <div class="narrow">\(element(width: 372))</div>
    """
  }

  /// The figure as an `svg` element inside a page that declares the colours.
  func element(width: Double) -> String {
    drawing(width: width, theme: .adaptive).element(self)
  }

  private func drawing(width: Double, theme: Theme) -> Drawing {
    var drawing = Drawing(width: width, theme: theme)
    draw(in: &drawing)
    return drawing
  }
}
