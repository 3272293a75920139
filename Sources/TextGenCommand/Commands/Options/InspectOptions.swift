import ArgumentParser

/// What of a model is looked at.
struct InspectOptions: ParsableArguments {
  @Option(InspectText.surprise, .text, transform: anyText)
  var surprise: String?
  @Option(InspectText.gates, .text, transform: anyText)
  var gates: String?
  @Option(InspectText.unit, .count, transform: wholeNumber(in: 0...65_535))
  var unit: Int?
  @Option(InspectText.embeddings, .word, transform: filledText)
  var embeddings: String?
  @Option(InspectText.gradients, .file, completion: .file(), transform: filledText)
  var gradients: String?
  @Option(InspectText.layer, .count, transform: wholeNumber(in: 0...63))
  var layer: Int?
  @Option(InspectText.units, .count, transform: wholeNumber(in: 1...1024))
  var units = 10
  @Option(
    name: [.customShort("n"), .long], InspectText.count, .count, transform: wholeNumber(in: 1...200)
  )
  var count = 20

  /// How many pictures are asked for.
  var pictureCount: Int {
    [surprise, gates, embeddings, gradients].compactMap { $0 }.count + (unit == nil ? 0 : 1)
  }
}
