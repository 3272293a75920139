import ArgumentParser

/// Which model is quantized, and where it goes.
struct QuantizeOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, ModelText.output, .file, completion: .file(extensions: ["safetensors"]),
    transform: filledText)
  var output: String?
  @Option(name: .shortAndLong, ModelText.model, .model, completion: .models, transform: filledText)
  var model: String?
  @Option(ModelText.lexicon, .path, completion: .file(), transform: filledText)
  var lexicon: [String] = []
  @Flag(ModelText.overwrite)
  var overwrite = false
}
