import ArgumentParser
import TextGen

/// The network of a training; what is left open follows from the corpus.
struct NetworkOptions: ParsableArguments {
  @OptionGroup
  var shape: ShapeOptions
  @Option(NetworkText.initialization)
  var recurrentInitialization: TrainingOptions.RecurrentInitialization?

  /// What these options ask for.
  var network: TrainingOptions.Network {
    var network = shape.network
    network.recurrentInitialization = recurrentInitialization
    return network
  }
}
