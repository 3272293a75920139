import ArgumentParser
import FoundationEssentials
import TextGen
import TextGenLanguageModeling
import TextGenTokenization

/// `textgen probabilities`: what the model expects after each token of a text, for comparisons with
/// other implementations of the same network; `check_checkpoint.py` in the tests reads it.
struct ProbabilitiesCommand: Conversing, TextTaking {
  static let configuration = CommandConfiguration(
    commandName: "probabilities", abstract: CommandAbstract.probabilities.text,
    discussion: CommandDiscussion.probabilities.text, shouldDisplay: false)

  @Argument(CompleteText.text, .text)
  var text: String
  @OptionGroup(title: GroupTitle.model.text)
  var modelOptions: ModelOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func run() throws {
    let loaded = try modelOptions.load()
    let tokens = loaded.tokenizer.encode(text)
    let rows = rows(of: loaded.model, after: tokens)
    try StandardStream.output.writeLine(
      json: jsonText(Record(tokens: tokens, logProbabilities: rows), keys: .convertToSnakeCase))
  }

  private func rows(of model: some AutoregressiveModel, after tokens: [TokenID]) -> [[Float]] {
    var state = model.makeState()
    return tokens.map { token in
      model.feed([token], to: &state)
      return model.logProbabilities(after: [state])[0]
    }
  }

  private struct Record: Encodable {
    let tokens: [TokenID]
    let logProbabilities: [[Float]]
  }
}
