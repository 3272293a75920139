/// A table of values, each a coloured cell: for example units of a layer over the characters of a
/// text.
///
/// Maps wider than what they are drawn on continue in bands below each other. NaN is left empty.
package struct HeatMap: Figure {
  package var title: String
  /// What each row is.
  package let rowLabels: [String]
  /// What each column is; spaces and line ends are drawn as signs.
  package let columnLabels: [String]
  /// The values, row by row.
  package let values: [[Double]]
  /// The colours of the values.
  package var scale: ColourScale
  /// What the values are.
  package var label: String
  /// The unit of the values.
  package var unit: String?
  package var language: Language

  /// A map of `values`, which has a row for each row label and in it a value for each column label.
  package init(
    _ title: String, rows rowLabels: [String], columns columnLabels: [String], values: [[Double]],
    scale: ColourScale, label: String, unit: String? = nil, language: Language = .english
  ) {
    precondition(
      values.count == rowLabels.count, "\(values.count) rows for \(rowLabels.count) row labels")
    for row in values {
      precondition(
        row.count == columnLabels.count,
        "a row of \(row.count) values for \(columnLabels.count) column labels")
    }
    self.title = title
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.values = values
    self.scale = scale
    self.label = label
    self.unit = unit
    self.language = language
  }

  package var summary: String {
    let key = key
    let ends = key.ends(NumberStyle(language))
    return "\(language.heatMap): \(rowLabels.count) \(language.rows), "
      + "\(columnLabels.count) \(language.columns). \(key.label): "
      + "\(ends.low) \(language.to) \(ends.high)."
  }

  package var html: String {
    // A second drawing of a large map would make the page heavy; it scrolls instead.
    guard rowLabels.count * columnLabels.count > 6_000 else { return responsive }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(title.escaped)">\
      <div class="whole">\(element(width: 856))</div></div>
      """
  }
}

extension HeatMap {
  var isEmpty: Bool { rowLabels.isEmpty || columnLabels.isEmpty }

  var key: ColourKey {
    ColourKey(scale, values: values.flatMap { $0 }, label: label, unit: unit)
  }

  /// Whether a value is missing.
  var hasGaps: Bool { values.contains { $0.contains { $0.isNaN } } }
}
