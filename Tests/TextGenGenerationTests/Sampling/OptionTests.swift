import Testing
import TextGenGeneration

@Suite struct OptionTests {
  @Test func `values inside the ranges pass`() throws {
    for temperature in [0, 1e-300, 1e-30, 0.8, 1e30] {
      try SamplingOptions(temperature: temperature).validate()
    }
    try SamplingOptions(topK: 1_000_000, topP: 0, minP: 1, repetitionPenalty: 1e-30).validate()
    try StopConditions(characters: 0, lines: .max, text: ".", tokens: 0).validate()
  }

  @Test(
    arguments: [
      (SamplingOptions(temperature: -1), "temperature", "-1.0"),
      (SamplingOptions(temperature: .nan), "temperature", "nan"),
      (SamplingOptions(temperature: .infinity), "temperature", "inf"),
      (SamplingOptions(topK: -1), "top-k", "-1"),
      (SamplingOptions(topP: 1.01), "top-p", "1.01"),
      (SamplingOptions(topP: .nan), "top-p", "nan"),
      (SamplingOptions(minP: -0.5), "min-p", "-0.5"),
      (SamplingOptions(repetitionPenalty: 0), "repetition-penalty", "0.0"),
      (SamplingOptions(repetitionPenalty: .infinity), "repetition-penalty", "inf"),
      (SamplingOptions(repetitionWindow: -2), "repetition-window", "-2"),
    ])
  func `values outside are refused by name`(
    options: SamplingOptions, option: String, value: String
  ) {
    let error = #expect(throws: OptionError.self) { try options.validate() }
    #expect(error?.option == option)
    #expect(error?.value == value)
    #expect(error?.description.contains("\(option) is \(value), but must be") == true)
  }

  @Test func `stop conditions outside are refused by name`() {
    for (conditions, option) in [
      (StopConditions(characters: -1), "length"), (StopConditions(lines: -1), "lines"),
      (StopConditions(text: ""), "stop"), (StopConditions(tokens: -1), "tokens"),
    ] {
      #expect(throws: OptionError.self) { try conditions.validate() }
      let error = #expect(throws: OptionError.self) { try conditions.validate() }
      #expect(error?.option == option)
    }
  }

  @Test func `options that are off add no processor`() {
    #expect(SamplingOptions(temperature: 1).processors(forbidding: ForbiddenTokens([])).isEmpty)
    #expect(SamplingOptions(temperature: 0, topK: 4).sampler is ArgMaxSampler)
    let all = SamplingOptions(topK: 4, topP: 0.9, minP: 0.1, repetitionPenalty: 1.2)
    #expect(all.processors(forbidding: ForbiddenTokens([0])).count == 6)
  }
}
