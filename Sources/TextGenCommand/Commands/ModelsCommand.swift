import ArgumentParser
import TextGen

/// `textgen models`: lists the models that have names.
struct ModelsCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "models", abstract: CommandAbstract.models.text,
    discussion: CommandDiscussion.models.text)

  @OptionGroup(title: GroupTitle.output.text)
  var options: ListOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func run() throws {
    let listing = ModelListing()
    if options.json { return try StandardStream.output.writeLine(json: listing.json) }
    if listing.entries.isEmpty {
      Conversation.say(ModelError.none(folders: ModelCatalog.ofProgram.allFolders).sentence)
    } else {
      try StandardStream.output.write(listing.text)
    }
  }
}
