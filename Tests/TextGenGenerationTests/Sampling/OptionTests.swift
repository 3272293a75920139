import Testing

@testable import TextGenGeneration

@Suite struct OptionTests {
  @Test func `values inside the ranges pass`() throws {
    for temperature in [0, 1e-300, 1e-30, 0.8, 1e30] {
      try SamplingOptions(temperature: temperature).validate()
    }
    try SamplingOptions(topK: 1_000_000, topP: 0, minP: 1, repetitionPenalty: 1e-30).validate()
    try StopConditions(characters: 0, lines: .max, texts: ["."], tokens: 0).validate()
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
      (SamplingOptions(typicalP: 1.5), "typical-p", "1.5"),
      (SamplingOptions(mirostat: -1), "mirostat", "-1.0"),
      (SamplingOptions(mirostat: .infinity), "mirostat", "inf"),
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
      (StopConditions(texts: [""]), "stop"), (StopConditions(tokens: -1), "tokens"),
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

  @Test func `each setting has its place in the chain, and greedy choice has no filter`() {
    let chain = SamplingSetting.weights + SamplingSetting.shapes
    #expect(chain.map(\.name).sorted() == SamplingSetting.all.map(\.name).sorted())
    var options = SamplingOptions(
      temperature: 0.5, topK: 4, topP: 0.9, minP: 0.1, typicalP: 0.9, mirostat: 3,
      repetitionPenalty: 1.2)
    #expect(options.processors(forbidding: ForbiddenTokens([])).count == chain.count)
    options.temperature = 0
    let greedy = options.processors(forbidding: ForbiddenTokens([]))
    #expect(greedy.count == 1 && greedy.first is RepetitionPenalty)
  }

  @Test func `a setting reads and writes its own value`() {
    var options = SamplingOptions(topK: 1)
    for (number, setting) in SamplingSetting.all.enumerated() {
      let value = setting.value(Double(number))
      if let value { options[setting] = value }
      #expect(options[setting] == value)
      #expect(!setting.key.contains("-"))
    }
    #expect(options.temperature == 0 && options.topK == 1 && options.repetitionPenalty == 6)
    #expect(SamplingSetting.topK.value(2.5) == nil)
  }

  @Test func `ranges read as people say them`() {
    #expect(SettingRange.share.description == "0 to 1")
    #expect(SamplingSetting.temperature.range.description == "0 (greedy) or more")
    #expect(SamplingSetting.repetitionPenalty.range.description == "1e-30 to 1e30 (1 is off)")
  }
}
