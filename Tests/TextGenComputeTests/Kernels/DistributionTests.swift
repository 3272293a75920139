import Foundation
import Testing
import TextGenCompute
import TextGenKernels
import TextGenTestSupport

/// Exponentials, mixtures and sums of distributions against the library's functions in Double.
struct DistributionTests {
  private static let counts = [1, 2, 15, 16, 17, 63, 130]

  /// Logarithms of probabilities and probabilities of `count` tokens.
  private func distributions(_ count: Int) -> (logarithms: [Float], probabilities: [Float]) {
    var generator = SeededGenerator(seed: UInt64(count))
    func random() -> [Double] {
      let weights = (0..<count).map { _ in exp(Double.random(in: -30...3, using: &generator)) }
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum }
    }
    return (random().map { Float(log($0)) }, random().map { Float($0) })
  }

  @Test(arguments: InstructionSet.available, counts)
  func `exponentials are those of the library`(instructions: InstructionSet, count: Int) {
    let (logarithms, _) = distributions(count)
    let found = Engine(instructionSet: instructions).exponentials(of: logarithms, minus: 0.5)
    var error = ErrorMeasure(absolute: 0, relative: 3e-7)
    // The difference is rounded to a float before its exponential is taken.
    error.compare(found, logarithms.map { exp(Double($0 - 0.5)) }, "")
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: InstructionSet.available, counts)
  func `a mixture is the weighted sum`(instructions: InstructionSet, count: Int) {
    let (logarithms, probabilities) = distributions(count)
    for share in [Float(1e-4), 0.3, 1] {
      var found = logarithms
      Engine(instructionSet: instructions).mix(&found, share: share, with: probabilities)
      let expected = zip(logarithms, probabilities).map { logarithm, probability in
        log(Double(share) * exp(Double(logarithm)) + Double(1 - share) * Double(probability))
      }
      var error = ErrorMeasure(absolute: 4e-7, relative: 4e-7)
      error.compare(found, expected, "")
      #expect(error.worst <= 1, "\(error.place)")
    }
  }

  @Test(arguments: InstructionSet.available, counts)
  func `sums are those of the definition`(instructions: InstructionSet, count: Int) {
    let (logarithms, probabilities) = distributions(count)
    let found = Engine(instructionSet: instructions).distributionSums(
      logarithms: logarithms, probabilities: probabilities)
    let logP = logarithms.map(Double.init)
    let q = probabilities.map(Double.init)
    func sum(_ terms: (Int) -> Double) -> Double { (0..<count).reduce(0) { $0 + terms($1) } }
    var error = ErrorMeasure(absolute: 1e-5, relative: 1e-5)
    error.compare(
      [found.own, found.other, found.otherUnderOwn, found.ownUnderOther],
      [
        sum { exp(logP[$0]) * logP[$0] }, sum { q[$0] * log(q[$0]) }, sum { q[$0] * logP[$0] },
        sum { exp(logP[$0]) * log(q[$0]) },
      ], "")
    #expect(error.worst <= 1, "\(error.place)")
  }
}
