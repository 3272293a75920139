import ArgumentParser
import Testing
import TextGen
import TextGenCompute
import TextGenLayers
import TextGenTokenization
import TextGenTraining

@testable import TextGenCommand

/// What the library lets one ask for is all that there is, under the same names.
struct OptionKindTests {
  private typealias Named = CaseIterable & Equatable & RawRepresentable<String>

  private func expectSame<Option: Named, Kind: Named>(
    _ kind: (Option) -> Kind, but left: [Kind] = []
  ) {
    let kinds = Kind.allCases.filter { !left.contains($0) }
    #expect(Option.allCases.map(kind) == kinds, "\(Option.self)")
    #expect(Option.allCases.map(\.rawValue) == kinds.map(\.rawValue), "\(Option.self)")
  }

  @Test func `the kinds of the options are those of the modules, in order`() {
    expectSame { (option: TrainingOptions.Unit) in option.kind }
    expectSame { (option: TrainingOptions.Architecture) in option.kind }
    expectSame { (option: TrainingOptions.Cell) in option.kind }
    expectSame { (option: TrainingOptions.RecurrentInitialization) in option.kind }
    expectSame { (option: TrainingOptions.Optimizer) in option.kind }
    expectSame { (option: TrainingOptions.Schedule) in option.kind }
    expectSame({ (option: TrainingOptions.Precision) in option.kind }, but: [ProductPrecision.int8])
  }

  @Test(arguments: TrainingOptions.Option.allCases.filter { $0 != .texts })
  func `each option of the library is one of train`(_ option: TrainingOptions.Option) {
    #expect(TrainCommand.helpMessage().contains(option.flag))
  }

  @Test(
    arguments: TrainingOptions.Option.allCases.filter {
      $0.range != nil && ![.shares, .blend].contains($0)
    })
  func `train takes the numbers that the library takes`(_ option: TrainingOptions.Option) throws {
    let range = try #require(option.range)
    var words = ["livro.txt", "--from", "poesia"]
    if [.contextLength, .heads].contains(option) { words += ["--architecture", "transformer"] }
    let values = [
      -1, 0, 1e-9, 0.5, 0.99, 1, 1.5, 2, 16, 17, 64, 65, 1000, 1001, 1024, 1025, 65_536, 65_537,
      1e6, 1_000_001, 1_048_576, 1e9, 1e9 + 1, 1e30, 2e30,
    ]
    for value in values {
      let text = Int(exactly: value).map { "\($0)" } ?? "\(value)"
      let isTaken = (try? TrainCommand.parse(words + [option.flag, text])) != nil
      #expect(isTaken == range.contains(value), "\(option.flag) \(text)")
    }
  }

  @Test func `what train leaves open is open`() throws {
    let command = try TrainCommand.parse(["livro.txt"])
    #expect(command.options == TrainingOptions(texts: ["livro.txt"]))
  }
}
