import FoundationEssentials
import TextGen
import TextGenFigures
import TextGenTraining

/// The course of a training as a page: losses, gradients, clipping and the learning rate, by its log.
struct TrainingReport {
  private let log: TrainingLog
  private let name: String
  private let language: Language

  /// The page of the run in `folder`.
  init(of folder: String, language: Language) {
    log = TrainingLog(of: folder)
    name = ModelCatalog.ofProgram.name(of: folder)
    self.language = language
  }

  /// The page.
  var page: Report {
    Report(
      language.word("Treino", "Training"), about: language.word("Modelo: ", "Model: ") + name,
      on: .today, language: language,
      sections: [
        Report.Section(language.word("Perda", "Loss"), [.figure(losses, lossReading)]),
        Report.Section(
          language.word("Gradiente", "Gradient"), [.figure(gradients, gradientReading)]),
        Report.Section(
          language.word("Taxa de aprendizagem", "Learning rate"), [.figure(rates, rateReading)]),
      ])
  }

  private var losses: LineChart {
    chart(
      language.word("Bits por caractere", "Bits per character"),
      language.word("bits por caractere", "bits per character"),
      [
        (language.word("treino", "training"), log.steps.map { ($0.step, $0.bitsPerCharacter) }),
        (
          language.word("validação", "validation"),
          log.validations.map { ($0.step, $0.bitsPerCharacter) }
        ),
      ])
  }

  private var lossReading: Report.Reading {
    language == .portuguese
      ? Report.Reading(
        "A validação mede texto que o modelo não viu; o treino, a janela de cada passo.",
        lookFor: "Procure onde a validação para de cair: depois disso o modelo só decora.")
      : Report.Reading(
        "Validation measures text that the model has not seen, training each step's window.",
        lookFor: "Look for where validation stops falling: from there on the model learns by heart."
      )
  }

  private var gradients: LineChart {
    chart(
      language.word("Norma do gradiente", "Norm of the gradient"), language.word("norma", "norm"),
      [(language.word("norma", "norm"), log.steps.map { ($0.step, $0.gradientNorm) })],
      scale: .logarithmic)
  }

  private var gradientReading: Report.Reading {
    let share = NumberStyle(language).fixed(100 * log.clippedShare, decimals: 1) + " %"
    return language == .portuguese
      ? Report.Reading(
        "A norma em cada passo que o log guarda, no máximo um por segundo; em \(share) deles passou do "
          + "limite e foi cortada.",
        lookFor:
          "Procure picos: se voltam muitas vezes, uma taxa de aprendizagem menor treina melhor.")
      : Report.Reading(
        "The norm in each step of the log, at most one a second; in \(share) of them it was above its "
          + "limit and was clipped.",
        lookFor: "Look for peaks: where they return often, a smaller learning rate trains better.")
  }

  private var rates: LineChart {
    chart(
      language.word("Taxa ao longo do treino", "Rate over the run"), language.word("taxa", "rate"),
      [(language.word("taxa", "rate"), log.steps.map { ($0.step, $0.learningRate) })])
  }

  private var rateReading: Report.Reading {
    language == .portuguese
      ? Report.Reading(
        "A taxa sobe no início e depois segue o plano do treino.",
        lookFor:
          "Procure quedas bruscas: são cortes depois de medidas sem melhora, ou de uma perda infinita."
      )
      : Report.Reading(
        "The rate rises at first and then follows the schedule of the run.",
        lookFor:
          "Look for sudden falls: cuts after measurements without an improvement, or a loss that "
          + "was not finite.")
  }

  private func chart(
    _ title: String, _ label: String, _ curves: [(String, [(Int, Double)])],
    scale: Axis.Scale = .linear
  ) -> LineChart {
    LineChart(
      title, x: Axis(language.word("passo", "step")), y: Axis(label, scale: scale),
      series: curves.map { name, points in
        LineChart.Series(name, points.map { Point(Double($0.0), $0.1) })
      },
      language: language)
  }
}
