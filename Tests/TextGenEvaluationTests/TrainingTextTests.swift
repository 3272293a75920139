import Testing

@testable import TextGenEvaluation

struct TrainingTextTests {
  private func compare(
    _ texts: [String], with training: String
  ) -> TrainingText.Comparison {
    TrainingText(Array(training.unicodeScalars)).comparisons(with: [Passages(texts)])[0]
  }

  @Test func `words are known in any case`() {
    let comparison = compare(["Água FRIA, quente.", "água!"], with: "A ÁGUA é fria.\n")
    #expect(comparison.knownWords == 0.75)
    #expect(compare(["1, 2", ""], with: "a").knownWords == nil)
  }

  @Test func `a sequence of eight words is new unless all of it stands there`() {
    let training = "Um dois três quatro, cinco seis\nsete oito. Nove"
    // The first sequence of nine words is known, the second is not.
    #expect(
      compare(["um dois três quatro cinco seis sete oito dez."], with: training).newEightGrams
        == 0.5)
    #expect(
      compare(["um dois três quatro cinco seis sete oito nove."], with: training).newEightGrams == 0
    )
    #expect(
      compare(["um dois três quatro.", "cinco seis sete oito."], with: training).newEightGrams
        == nil)
  }

  @Test func `unknown words do not make sequences known`() {
    let unknown = "x um dois três quatro cinco seis sete."
    #expect(compare([unknown], with: unknown.replacing("x", with: "y")).newEightGrams == 1)
  }

  @Test func `the longest copy is told in code points`() {
    let copy = compare(["uma pá é", "não à toa"], with: "Uma pé à toa").longestCopy
    #expect(copy.characters == 6 && copy.text == " à toa")
  }

  @Test func `a whole passage may be copied, and none`() {
    let text = String(repeating: "a casa azul ", count: 40)
    #expect(compare([text], with: "x" + text + "x").longestCopy.characters == text.count)
    let nothing = compare(["abc", ""], with: "xyz").longestCopy
    #expect(nothing.characters == 0 && nothing.text.isEmpty)
  }

  @Test func `every group has a comparison of its own`() {
    let comparisons = TrainingText(Array("a casa".unicodeScalars)).comparisons(
      with: [Passages(["casa."]), Passages(["rua."]), Passages([])])
    #expect(comparisons.map(\.knownWords) == [1, 0, nil])
    #expect(comparisons.map(\.longestCopy.text) == ["casa", "a", ""])
  }
}
