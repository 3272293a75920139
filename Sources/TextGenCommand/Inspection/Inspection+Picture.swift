import TextGenFigures

extension Inspection {
  /// What a look showed.
  struct Picture {
    /// The pictures, the most telling first.
    var figures: [any Figure] = []
    /// What each shows and what to look for in it.
    var readings: [InspectionReading] = []
    /// What is said beside them in a terminal.
    var text = ""
    /// What is in a page beside the pictures.
    var table: ReportTable?
    /// The numbers.
    var json = "{}"
    /// The title of the page; a figure has one of its own.
    var title: String
    /// The name of the model.
    let model: String
    let language: Language

    /// The pictures as a page.
    var page: Report {
      let pictures = zip(figures, readings).map { figure, reading in
        Report.Block.figure(figure, reading.reading(in: language))
      }
      let words = text.split(separator: "\n").map { Report.Block.paragraph(String($0)) }
      let blocks = [table].compactMap { $0.map { Report.Block.table($0) } } + pictures
      return Report(
        title, about: language.word("Modelo: ", "Model: ") + model, on: .today,
        language: language, sections: [Report.Section(nil, blocks.isEmpty ? words : blocks)])
    }
  }
}
