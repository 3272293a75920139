import ArgumentParser
import TextGen
import TextGenGeneration
import TextGenLanguageModeling
import TextGenPoetry
import TextGenProsody
import TextGenWords

extension SampleCommand {
  /// Refuses what has no meaning for a poem.
  func validateVerse() throws {
    let others: [(isGiven: Bool, message: PoemUsageMessage)] = [
      (options.prompt != nil, .prompt), (options.promptFile != nil, .promptFile),
      (options.length != nil, .length), (options.lines != nil, .lines),
      (options.stop != nil, .stop), (adaptation.method != nil, .adaptation),
      (options.stream, .stream),
    ]
    if let other = others.first(where: \.isGiven) { throw ValidationError(other.message) }
    try drawing.checkForPoems()
  }

  /// Writes poems of the words of `lexicon`.
  func writePoems(
    _ model: some AutoregressiveModel, _ loaded: TextModel, of lexicon: Lexicon
  ) throws {
    let seed = chosenSeed()
    var request = PoemOptions(
      try verse.outline(), strictness: verse.strict ?? .both, firstLine: verse.firstLine,
      acrostic: verse.acrostic?.word, theme: verse.themes)
    request.temperature = drawing.sampling.temperature
    let writer = PoemWriter(
      model: model, tokenizer: loaded.tokenizer, lexicon: lexicon, options: request)
    for theme in writer.unknownThemes { Conversation.warn(PoemMessage.unknownTheme(theme)) }
    var output = PoemOutput(
      PoemOutput.Request(
        form: try verse.form.map(namedForm), theme: verse.theme, strictness: request.strictness,
        seed: seed, isJSON: options.json))
    var line = LiveLine()
    for index in 0..<options.count {
      let result = Result { () throws(PoemFailure) in
        try writer.poem(index: index, seed: seed) { lines in
          line.show(PoemMessage.writing(poem: index + 1, of: options.count, lines: lines).text)
        }
      }
      line.clear()
      try output.add(result, index: index)
      if case .success(let poem) = result, !poem.hasTheme, let theme = verse.theme {
        Conversation.warn(PoemMessage.withoutTheme(theme, poem: index + 1))
      }
    }
    guard !output.failures.isEmpty else { return }
    for message in output.failures { Conversation.fail(message.text) }
    throw ExitCode.failure
  }
}

extension DrawingOptions {
  /// Refuses what has no meaning for poems.
  func checkForPoems() throws {
    guard let given = given.first(where: { $0.isGiven && $0.name != "--temperature" }) else {
      return
    }
    throw ValidationError(PoemUsageMessage.drawing(given.name))
  }
}

extension TextModel {
  /// The words that poems are made of; nil where there is none.
  var wordsForPoems: Lexicon? { Lexicon.forPoems(lexicon, tokenizer: tokenizer) }

  /// The words that poems are made of.
  ///
  /// - Throws: `Failure` where there is none.
  func neededWordsForPoems() throws -> Lexicon {
    guard let words = wordsForPoems else { throw Failure(PoemMessage.noWords(model: name)) }
    return words
  }
}
