import ArgumentParser

/// `textgen models`: lists the models that have names.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models", abstract: "List the models that have names.",
    usage: "",
    discussion: """
      USAGE: textgen models [options]

        --json           one JSON object on stdout

      --model, `train --from` and $TEXTGEN_MODEL take the path of a model (a folder with a
      model.safetensors, or a file), else a name: of a model in ./checkpoints, or of one that
      came with the program. The list has what each is, what it was trained on, when its file
      was written and where it is; * marks the one that commands use without --model.
      """)

  @Flag(help: .hidden)
  var json = false

  func run() throws {
    let listing = ModelListing()
    if json { return try StandardStream.output.writeLine(json: listing.json) }
    if listing.entries.isEmpty {
      Conversation.say("there is no model; train one with `textgen train CORPUS`")
    } else {
      try StandardStream.output.write(listing.text)
    }
  }
}
