package import TextGenLanguageModeling
package import TextGenTokenization

extension Prompt {
  /// What `notes` has of each of the prompt's own tokens, which `model` reads; nil where the task is
  /// cancelled meanwhile.
  package func noted(
    _ notes: TokenNotes, by model: some AutoregressiveModel, tokenizer: any Tokenizer
  ) -> [WrittenToken]? {
    var state = model.makeState()
    var previous = tokens[0]
    model.feed([previous], to: &state)
    var noted: [WrittenToken] = []
    for token in ownTokens {
      if Task.isCancelled { return nil }
      let row = model.logProbabilities(after: [state])[0]
      let bytes = tokenizer.surface(of: token, after: previous)
      noted.append(notes.note(token, bytes: bytes, under: row))
      model.feed([token], to: &state)
      previous = token
    }
    return noted
  }
}
