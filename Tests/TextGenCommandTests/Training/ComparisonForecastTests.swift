import Testing
import TextGenLaboratory

@testable import TextGenCommand

struct ComparisonForecastTests {
  @Test func `the forecast begins with the budget and goes on with what networks took`() {
    var forecast = ComparisonForecast(of: 3, .minutes(0.2))
    #expect(forecast.trainingSeconds == 12 && forecast.trainingLeft == 36)
    #expect(forecast.secondsLeft == nil)
    forecast.note(seconds: 20)
    #expect(forecast.secondsLeft == 40)
    forecast.note(seconds: 30)
    #expect(forecast.secondsLeft == 25)
    forecast.note(seconds: 10)
    #expect(forecast.secondsLeft == nil && forecast.trainingLeft == nil)
  }

  @Test func `of tokens nobody knows how long they take`() {
    var forecast = ComparisonForecast(of: 2, .tokens(3000))
    #expect(forecast.trainingLeft == nil && forecast.secondsLeft == nil)
    forecast.note(seconds: 8)
    #expect(forecast.secondsLeft == 8)
  }

  @Test(arguments: [(45_000, 0.2), (149_999, 0.2), (150_000, 0.5), (600_000, 1), (9_400_000, 1)])
  func `a small text gets little time`(characters: Int, minutes: Double) {
    let budget = ComparisonBudget(suitedTo: characters)
    #expect(budget == .minutes(minutes))
    // Plans keep it as text.
    #expect(ComparisonBudget(budget.description) == budget)
  }
}
