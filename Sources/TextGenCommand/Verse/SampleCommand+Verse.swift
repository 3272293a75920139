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
    guard let acrostic = options.acrostic else { return }
    let outline = try verse.outline()
    guard acrostic.lineCount == outline.lines.count else {
      throw ValidationError(
        PoemUsageMessage.acrosticLetters(acrostic.lineCount, lines: outline.lines.count))
    }
    let parts = acrostic.word.split(separator: " ").map(\.unicodeScalars.count)
    guard parts.count == 1 || parts == outline.stanzaLengths else {
      throw ValidationError(PoemUsageMessage.acrosticSpaces)
    }
  }

  /// Writes poems.
  func writePoems(_ model: some AutoregressiveModel, _ loaded: TextModel) throws {
    let lexicon = try loaded.wordsForPoems()
    let seed = chosenSeed()
    var request = PoemOptions(
      try verse.outline(), strictness: verse.strict ?? .both, firstLine: verse.firstLine,
      acrostic: options.acrostic?.word, theme: verse.themes)
    request.temperature = drawing.sampling.temperature
    let writer = PoemWriter(
      model: model, tokenizer: loaded.tokenizer, lexicon: lexicon, options: request)
    for theme in writer.unknownThemes { Conversation.warn(PoemMessage.unknownTheme(theme)) }
    var output = PoemOutput(
      PoemOutput.Request(
        form: try verse.form.map(namedForm), theme: verse.theme, strictness: request.strictness,
        seed: seed, isJSON: options.json))
    for index in 0..<options.count {
      let result = Result { () throws(PoemFailure) in
        try writer.poem(index: index, seed: seed)
      }
      try output.add(result, index: index)
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
  /// The words that poems are made of: those that the model's file has, else its tokens that are words.
  func wordsForPoems() throws -> Lexicon {
    let words = lexicon ?? Lexicon(tokensOf: tokenizer)
    guard words.count > 0 else { throw Failure(PoemMessage.noWords(model: name)) }
    return words
  }
}
