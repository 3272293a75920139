import ArgumentParser

/// Which model a command looks at.
struct ModelNameOptions: ParsableArguments {
  @Option(name: .shortAndLong, ModelText.model, .model, completion: .models, transform: anyText)
  var model: String?
}
