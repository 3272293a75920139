import Foundation
import Testing
import TextGenTraining

@testable import TextGenCommand

/// What a run shows of itself while it trains.
struct TrainingStatusTests {
  private static let plain = TerminalStyle(
    canRewrite: true, hasColor: false, isUnicode: false, columns: nil)
  private static let unicode = TerminalStyle(
    canRewrite: true, hasColor: false, isUnicode: true, columns: nil)

  private func step(_ number: Int, seconds: Double, progress: Double? = nil) throws -> TrainingStep
  {
    let json = """
      {"step":\(number),"epoch":\(Double(number) / 10),"loss":1,"bitsPerCharacter":2.5,
      "gradientNorm":1,"clipped":false,"learningRate":0.1,"charactersPerSecond":900,
      "seconds":\(seconds)}
      """
    var step = try JSONDecoder().decode(TrainingStep.self, from: Data(json.utf8))
    step.progress = progress
    return step
  }

  private func validation(_ number: Int, bits: Double, isBest: Bool) throws -> TrainingValidation {
    let json = """
      {"step":\(number),"epoch":\(Double(number) / 10),"bitsPerCharacter":\(bits),"perplexity":5,
      "best":\(isBest),"seconds":\(number)}
      """
    return try JSONDecoder().decode(TrainingValidation.self, from: Data(json.utf8))
  }

  /// A run of ten steps an epoch and one step a second: not begun, at its first steps, and after a first
  /// measurement, one that was no better and one that was.
  private func states(_ budget: TrainingBudget = TrainingBudget()) throws -> [TrainingStatus] {
    let progress = budget.steps.map { 1 / Double($0) }
    func at(_ number: Int) throws -> TrainingStep {
      try step(
        number, seconds: Double(number), progress: progress.map { $0 * Double(number) })
    }
    var status = TrainingStatus(RunForecast(budget, interval: 10))
    var states = [status]
    for number in 1...2 { status.note(try at(number)) }
    states.append(status)
    status.note(try at(10))
    status.note(try validation(10, bits: 2.25, isBest: true))
    states.append(status)
    status.note(try at(20))
    status.note(try validation(20, bits: 2.5, isBest: false))
    states.append(status)
    status.note(try at(30))
    status.note(try validation(30, bits: 2, isBest: true))
    states.append(status)
    return states
  }

  @Test func `a line wraps at no width and names no measure of the trade`() throws {
    for budget in [TrainingBudget(), TrainingBudget(steps: 40)] {
      for status in try states(budget) {
        for style in [Self.plain, Self.unicode] {
          for width in 0...120 {
            let line = status.line(width: width, style)
            #expect(line.count <= width && !line.contains("\n"))
            for word in ["bpc", "ppl", "perplex", "ep ", "grad"] { #expect(!line.contains(word)) }
          }
        }
      }
    }
  }

  @Test func `a run that its held-out text ends shows a bar and the time that is left`() throws {
    let lines = try states().map { $0.line(width: 100, Self.plain) }
    let text = { (words: ProgressText) in words.text }
    #expect(lines[0] == "")
    let empty = "[" + String(repeating: " ", count: 20) + "]  "
    #expect(
      lines[1] == empty + text(.leftFromTo("1:58", "2:58")) + "  " + text(.epoch(fixed(0.2, 2))))
    #expect(lines[2].contains(text(.leftFromTo("2:00", "3:10"))))
    #expect(!lines[2].contains(text(.improving)))
    // 170 seconds are left as the forecast reckons, after 20.
    #expect(lines[3].hasPrefix("[##" + String(repeating: " ", count: 18) + "]  "))
    #expect(lines[3].contains(text(.leftFromTo("1:50", "2:50"))))
    #expect(lines[3].contains(text(.noBetter(since: fixed(1, 2)))))
    #expect(lines[4].contains(text(.leftFromTo("2:00", "3:30"))))
    #expect(lines[4].contains(text(.improving)))
  }

  @Test func `a budget shows its share and one time`() throws {
    let lines = try states(TrainingBudget(steps: 40)).map { $0.line(width: 100, Self.unicode) }
    #expect(lines[3].hasPrefix("▕██████████          ▏  "))
    #expect(lines[3].contains(ProgressText.percent("50").text))
    #expect(lines[3].contains(ProgressText.left("0:20").text))
  }

  @Test func `what is left out of a narrow line is what matters least`() throws {
    let status = try states()[3]
    let time = ProgressText.leftFromTo("1:50", "2:50").text
    #expect(status.line(width: time.count, Self.plain) == time)
    #expect(status.line(width: time.count + 24, Self.plain).hasSuffix("]  " + time))
  }

  @Test func `a measurement is a plain sentence`() throws {
    let states = try states()
    let first = states[2].sentence(of: try validation(10, bits: 2.25, isBest: true))
    #expect(
      first == ProgressText.first(epoch: fixed(1, 2), bits: fixed(2.25, 3)).text + "; "
        + ProgressText.leftFromTo("2:00", "3:10").text)
    let better = states[4].sentence(of: try validation(30, bits: 2, isBest: true))
    #expect(
      better == ProgressText.better(epoch: fixed(3, 2), bits: fixed(2, 3)).text + "; "
        + ProgressText.leftFromTo("2:00", "3:30").text)
    let worse = states[3].sentence(of: try validation(20, bits: 2.5, isBest: false))
    let best = (epoch: fixed(1, 2), bits: fixed(2.25, 3))
    #expect(
      worse
        == ProgressText.worse(epoch: fixed(2, 2), bits: fixed(2.5, 3), best: best).text + "; "
        + ProgressText.leftFromTo("1:50", "2:50").text)
    let words = ProgressText.worse(
      epoch: "2.00", bits: "2.500", best: (epoch: "1.00", bits: "2.250"))
    #expect(
      words.english
        == "epoch 2.00: no better than at epoch 1.00, 2.500 bits per character of held-out text "
        + "instead of 2.250")
  }
}
