import FoundationEssentials
import TextGenFigures
import TextGenLaboratory
import TextGenTraining

/// The page of a comparison: what was found, two tables and five pictures.
struct ComparisonReport {
  private let summary: ComparisonSummary
  private let language: Language
  /// The course of each network's training.
  private let logs: [Contender: TrainingLog]
  private let style: NumberStyle

  /// The page of `summary`, whose training curves lie in `folder`.
  init(_ summary: ComparisonSummary, language: Language, folder: String) {
    self.summary = summary
    self.language = language
    let networks = summary.results.map(\.name).filter(\.isNetwork)
    logs = Dictionary(
      uniqueKeysWithValues: networks.map { ($0, TrainingLog(of: folder + "/" + $0.rawValue)) })
    style = NumberStyle(language)
  }

  /// The page.
  var page: Report {
    Report(
      language.word("Comparação de modelos", "Comparison of models"),
      about: language.word("Texto: ", "Text: ") + summary.plan.corpus.joined(separator: ", "),
      on: .today, language: language,
      sections: [
        Report.Section(
          language.word("Resultado", "Result"),
          [
            .paragraph(
              language.word(summary.findings.portuguese, summary.findings.english)),
            .table(bitsTable), .table(probeTable), .paragraph(terms),
          ]),
        Report.Section(
          language.word("Aprendizagem", "Learning"),
          [.figure(learningCurve, ComparisonReading.learning.reading(in: language))]),
        Report.Section(
          language.word("Memória", "Memory"),
          [.figure(longRange, ComparisonReading.memory.reading(in: language))]),
        Report.Section(
          language.word("Gradientes", "Gradients"),
          [
            .figure(inputGradients, ComparisonReading.inputs.reading(in: language)),
            .figure(stateGradients, ComparisonReading.states.reading(in: language)),
            .figure(gradientNorms, ComparisonReading.norms.reading(in: language)),
          ]),
      ])
  }

  /// The names of the charts' files, without `.svg`.
  static let chartNames = [
    "learning", "memory", "input-gradients", "state-gradients", "training-gradients",
  ]

  /// The charts, each with the name of its file.
  var charts: [(name: String, chart: LineChart)] {
    let charts = [learningCurve, longRange, inputGradients, stateGradients, gradientNorms]
    return zip(Self.chartNames, charts).map { (name: $0, chart: $1) }
  }

  private var measured: [ContenderResult] { summary.results.filter { $0.failure == nil } }

  private var terms: String {
    let share = style.fixed(summary.plan.probeShare * 100, decimals: 0) + " %"
    return language.word(
      "Todas as redes têm o mesmo número de parâmetros (± 2 %), os mesmos textos e o mesmo "
        + "orçamento (\(summary.plan.budget)); \(share) do texto de treino são frases de prova. "
        + "Semente: \(summary.plan.seed).",
      "All networks have the same number of parameters (± 2 %), the same texts and the same budget "
        + "(\(summary.plan.budget)); \(share) of the training text are probe sentences. Seed: "
        + "\(summary.plan.seed).")
  }

  /// What was measured comes first, what it cost last.
  private var bitsTable: ReportTable {
    var table = ReportTable(
      language.word("Bits por caractere e custo", "Bits per character and cost"),
      ComparisonReading.bits.reading(in: language),
      header: [
        language.word("Modelo", "Model"), language.word("Teste", "Test"),
        language.word("Validação", "Validation"), language.word("Intervalo 95 %", "95 % interval"),
        language.word("Treino", "Training"), language.word("Tempo", "Time"),
        language.word("Memória", "Memory"), "Tokens", language.word("Parâmetros", "Parameters"),
      ], numberColumns: Set(1...8))
    for result in measured {
      func bits(_ part: ContenderResult.Part) -> String {
        result.bitsPerCharacter[part].map { style.fixed($0.value, decimals: 3) } ?? "—"
      }
      let interval = result.bitsPerCharacter[.validation].map {
        style.fixed($0.low, decimals: 2) + "–" + style.fixed($0.high, decimals: 2)
      }
      table.add([
        result.name.rawValue, bits(.test), bits(.validation), interval ?? "—", bits(.train),
        clockTime(result.seconds),
        style.fixed(Double(result.peakResidentBytes) / 1e6, decimals: 0) + " MB",
        style.fixed(Double(result.tokens), decimals: 0),
        style.fixed(Double(result.parameters), decimals: 0),
      ])
    }
    return table
  }

  /// Memory comes first: there models differ most.
  private var probeTable: ReportTable {
    let distances = ComparisonSummary.distances
    var table = ReportTable(
      language.word("Respostas certas às frases de prova", "Right answers to the probes"),
      ComparisonReading.probes.reading(in: language),
      header: [language.word("Modelo", "Model")]
        + distances.map { "\($0) " + language.word("palavras", "words") }
        + [language.word("Concordância", "Agreement"), language.word("Ordem", "Order")],
      numberColumns: Set(1...(2 + distances.count)))
    for result in measured {
      guard let probes = result.probes else { continue }
      func share(_ value: Double?) -> String {
        value.map { style.fixed($0 * 100, decimals: 0) + " %" } ?? "—"
      }
      table.add(
        [result.name.rawValue] + distances.map { share(result.longRange($0)) }
          + [share(probes.agreement.share), share(probes.order.share)])
    }
    return table
  }

  private var learningCurve: LineChart {
    LineChart(
      language.word("Bits por caractere", "Bits per character"),
      x: countsTokens
        ? Axis(language.word("tokens lidos", "tokens read"), scale: .logarithmic)
        : Axis(language.word("tempo de treino", "training time"), unit: "s", scale: .logarithmic),
      y: Axis(language.word("bits por caractere", "bits per character")),
      series: measured.filter { $0.name.isNetwork }.map { result in
        let validations = logs[result.name]?.validations ?? []
        let tokens = Double(result.tokens) / Double(validations.last?.step ?? 1)
        return curve(
          result,
          validations.map {
            Point(countsTokens ? Double($0.step) * tokens : $0.seconds, $0.bitsPerCharacter)
          })
      },
      references: measured.filter { !$0.name.isNetwork }.compactMap { result in
        result.bitsPerCharacter[.validation].map {
          LineChart.Reference(result.name.rawValue, y: $0.value)
        }
      },
      language: language)
  }

  private var longRange: LineChart {
    let shares = measured.flatMap { result in
      result.probes.map { $0.longRange.values.map(\.share) } ?? []
    }
    // Down to a little below chance, or as far as few answers fall below it by accident.
    let least = min(40, (10 * (shares.min() ?? 1)).rounded(.down) * 10)
    return LineChart(
      language.word("Memória à distância", "Memory over distance"),
      x: Axis(
        language.word("distância", "distance"), unit: language.word("palavras", "words"),
        scale: .logarithmic),
      y: Axis(language.word("respostas certas", "right answers"), unit: "%", range: least...100),
      series: measured.compactMap { result in
        guard let answers = result.probes?.longRange.sorted(by: { $0.key < $1.key }) else {
          return nil
        }
        return curve(result, answers.map { Point(Double($0.key), 100 * $0.value.share) })
      },
      references: [.init(language.word("acaso", "chance"), y: 50)], language: language)
  }

  private var inputGradients: LineChart {
    gradients(language.word("entradas", "inputs"), \.inputGradients)
  }

  private var stateGradients: LineChart {
    gradients(language.word("estados", "states"), \.stateGradients)
  }

  private func gradients(
    _ what: String, _ values: (ContenderResult) -> [Double]
  ) -> LineChart {
    LineChart(
      language.word("Norma do gradiente: ", "Norm of the gradient: ") + what,
      x: Axis(language.word("passos para trás", "steps back")),
      y: Axis(language.word("norma", "norm"), scale: .logarithmic),
      series: measured.compactMap { result in
        let norms = values(result)
        guard !norms.isEmpty else { return nil }
        return curve(result, norms.enumerated().map { Point(Double($0), $1) })
      },
      references: cuts, language: language)
  }

  /// Where training cut gradients, one line for each length.
  private var cuts: [LineChart.Reference] {
    Set(measured.compactMap(\.sequenceLength)).sorted().map {
      LineChart.Reference(
        language.word("o treino corta aqui", "training cuts here"), x: Double($0))
    }
  }

  private var gradientNorms: LineChart {
    LineChart(
      language.word("Gradiente ao longo do treino", "Gradient in the course of training"),
      x: Axis(language.word("passo", "step")),
      y: Axis(language.word("norma", "norm"), scale: .logarithmic),
      series: measured.filter { $0.name.isNetwork }.map { result in
        let steps = logs[result.name]?.steps ?? []
        let size = max(1, steps.count / Self.shownNorms)
        return curve(
          result,
          stride(from: 0, to: steps.count, by: size).map { first in
            let part = steps[first..<min(first + size, steps.count)].map(\.gradientNorm)
            return Point(Double(steps[first].step), part.max() ?? 0)
          })
      },
      references: clippingLimit, language: language)
  }

  /// Where norms are clipped; a limit that none comes near would only flatten the curves.
  private var clippingLimit: [LineChart.Reference] {
    let limit = summary.plan.clippingLimit
    return limit > 1_000 ? [] : [.init(language.word("limite", "limit"), y: limit)]
  }

  /// Points of a curve of gradient norms, each the largest of its steps.
  private static let shownNorms = 100

  private var countsTokens: Bool {
    if case .tokens? = ComparisonBudget(summary.plan.budget) { true } else { false }
  }

  /// A curve of a model, which looks the same in every picture.
  private func curve(_ result: ContenderResult, _ points: [Point]) -> LineChart.Series {
    LineChart.Series(
      result.name.rawValue, points, sign: Contender.allCases.firstIndex(of: result.name))
  }
}
