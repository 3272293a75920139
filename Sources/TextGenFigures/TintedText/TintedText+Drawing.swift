extension TintedText {
  package func draw(in drawing: inout Drawing) {
    var top = drawing.heading(title) + 8
    guard pieces.contains(where: { !$0.text.isEmpty }) else {
      return drawing.empty(language, from: top)
    }
    let advance = 14 * 0.602  // of a column, in the usual fonts
    let tints = tints
    for line in lines(columns: Int((drawing.width - 16) / advance), isUnicode: true) {
      var x = 8.0
      var rest = line[...]
      while let first = rest.first {
        let run = rest.prefix { $0.piece == first.piece }
        rest = rest.dropFirst(run.count)
        let width = Double(run.reduce(0) { $0 + $1.columns }) * advance
        let tint = tints[first.piece]
        if let tint {
          drawing.rectangle(x: x, y: top, width: width, height: 20, .fixed(tint))
        }
        let isOpaque = (tint?.opacity ?? 0) == 1
        var style = TextStyle(14, isOpaque ? .fixed(tint?.readableInk ?? Colour(0)) : .ink)
        style.fixedWidth = width
        drawing.text(run.map(\.text).joined(), at: Point(x, top + 15), style)
        x += width
      }
      top += 24
    }
    drawing.height = drawing.legend(key, NumberStyle(language), from: top + 4) + 4
  }
}
