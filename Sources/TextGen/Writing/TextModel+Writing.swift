import TextGenGeneration
import TextGenLanguageModeling

extension TextModel {
  /// A text that goes on from `prompt`, or begins on a new line without one, piece by piece.
  ///
  /// The same seed gives the same text, whatever the number of threads; without one a new seed is drawn. A
  /// model that adapts itself learns from the prompt first.
  ///
  /// - Throws: `OptionFailure` for an option outside its range.
  public func write(
    after prompt: String = "", options: WritingOptions = WritingOptions(), seed: UInt64? = nil
  ) throws(OptionFailure) -> TextPieces {
    let seed = seed ?? UInt64.random(in: 0...UInt64(UInt32.max))
    return TextPieces(try stream(model, after: prompt, options, seed), seed: seed)
  }

  /// The whole text that `write` gives in pieces.
  ///
  /// - Throws: `OptionFailure` for an option outside its range.
  public func text(
    after prompt: String = "", options: WritingOptions = WritingOptions(), seed: UInt64? = nil
  ) throws(OptionFailure) -> WrittenText {
    try write(after: prompt, options: options, seed: seed).written()
  }

  private func stream(
    _ model: some AutoregressiveModel, after prompt: String, _ options: WritingOptions,
    _ seed: UInt64
  ) throws(OptionFailure) -> any AnyTextStream {
    if let failure = options.failure { throw failure }
    do throws(OptionError) {
      return try TextGenerator(
        model: model, tokenizer: tokenizer, options: options.sampling,
        conditions: options.conditions
      ).texts(after: prompt, seed: seed)
    } catch {
      throw OptionFailure(error)
    }
  }
}
