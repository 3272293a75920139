import FoundationEssentials
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
    name = folder
    self.language = language
  }

  /// The page.
  var page: Report {
    Report(
      language.word("Treino: ", "Training: ") + name, language: language,
      sections: [
        Report.Section(
          language.word("Perda", "Loss"),
          [
            .figure(
              chart(
                language.word("Bits por caractere", "Bits per character"),
                language.word("bits por caractere", "bits per character"),
                [
                  (
                    language.word("treino", "training"),
                    log.steps.map { ($0.step, $0.bitsPerCharacter) }
                  ),
                  (
                    language.word("validação", "validation"),
                    log.validations.map { ($0.step, $0.bitsPerCharacter) }
                  ),
                ]),
              caption: language.word(
                "A validação mede texto que o modelo não viu; o treino, a janela de cada passo.",
                "Validation measures text that the model has not seen, training each step's window."
              ))
          ]),
        Report.Section(
          language.word("Gradiente", "Gradient"),
          [
            .figure(
              chart(
                language.word("Norma do gradiente", "Norm of the gradient"),
                language.word("norma", "norm"),
                [(language.word("norma", "norm"), log.steps.map { ($0.step, $0.gradientNorm) })],
                scale: .logarithmic),
              caption: clippingCaption)
          ]),
        Report.Section(
          language.word("Taxa de aprendizagem", "Learning rate"),
          [
            .figure(
              chart(
                language.word("Taxa de aprendizagem", "Learning rate"),
                language.word("taxa", "rate"),
                [(language.word("taxa", "rate"), log.steps.map { ($0.step, $0.learningRate) })]),
              caption: language.word(
                "Sobe no início e depois segue o plano do treino.",
                "It rises at first and then follows the schedule of the run."))
          ]),
      ])
  }

  private var clippingCaption: String {
    let style = NumberStyle(language)
    let share = style.fixed(100 * log.clippedShare, decimals: 1) + " %"
    return language.word(
      "Em \(share) dos passos que o log guarda, no máximo um por segundo, a norma era maior do que "
        + "o limite e foi cortada.",
      "In \(share) of the steps in the log, at most one a second, the norm was above its limit and "
        + "was clipped.")
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
