/// The language of the fixed words and of the numbers in a figure or a report.
package enum Language: String, Sendable, CaseIterable {
  case portuguese = "pt"
  case english = "en"
}

/// The fixed words.
extension Language {
  var figure: String { word("Figura", "Figure") }
  var table: String { word("Tabela", "Table") }
  var contents: String { word("Conteúdo", "Contents") }
  var skipToContent: String { word("Saltar para o conteúdo", "Skip to the content") }
  var noData: String { word("Sem dados", "No data") }
  var noValue: String { word("sem valor", "no value") }
  var lineChart: String { word("Gráfico de linhas", "Line chart") }
  var heatMap: String { word("Mapa de calor", "Heat map") }
  var tintedText: String { word("Texto colorido", "Tinted text") }
  var pointMap: String { word("Mapa de pontos", "Point map") }
  var series: String { word("Séries", "Series") }
  var rows: String { word("linhas", "rows") }
  var columns: String { word("colunas", "columns") }
  var points: String { word("pontos", "points") }

  /// "to" between the ends of a range.
  var to: String { word("a", "to") }

  /// That one of the two which is in this language.
  package func word(_ portuguese: String, _ english: String) -> String {
    self == .portuguese ? portuguese : english
  }
}
