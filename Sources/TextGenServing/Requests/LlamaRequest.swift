import TextGenGeneration
import TextGenJSON

/// A request of `/completion`, as llama.cpp's clients make it.
package struct LlamaRequest: Sendable, Hashable {
  package var prompt: PromptField
  package var writing: WritingFields
  /// How many of the best tokens are told beside each token, 0 for none.
  package var probabilityCount = 0
  /// Whether these are probabilities from which tokens were drawn.
  package var probabilitiesAreDrawn = false
  package var returnsTokens = false
  /// Milliseconds after which texts end.
  package var timeLimit: Int?
  /// The fields of the answer that are wanted, `a/b` for a field of a field; nil for all.
  package var responseFields: [String]?
  package var timesTokens = false

  /// Reads a body; fields that this server has no use for are ignored, as these clients send many.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    let prompt = try PromptField.one(fields.take("prompt"), "prompt")
    try self.init(&fields, prompt: prompt)
  }

  /// The fields beside the prompt.
  init(_ fields: inout RequestFields, prompt: PromptField) throws(ServiceFailure) {
    self.prompt = prompt
    writing = WritingFields()
    writing.model = try fields.string("model")
    let limit = WritingFields.tokenLimit
    let predicted = try fields.integer("n_predict", in: -1...Int.max)
    let most = try fields.integer("max_tokens", in: -1...Int.max)
    let tokens = predicted ?? most ?? -1
    writing.count = try fields.integer("n_cmpl", in: 1...WritingFields.countLimit) ?? 1
    // Here any number below 1 means all tokens.
    if let count = try fields.integer("top_k", in: -1...Int(Int32.max)) {
      writing.sampling.topK = max(0, count)
    }
    try fields.takeSampling(
      [
        ("temperature", .temperature), ("top_p", .topP), ("min_p", .minP),
        ("typical_p", .typicalP), ("repeat_penalty", .repetitionPenalty),
      ], into: &writing.sampling)
    if let window = try fields.integer("repeat_last_n", in: -1...Int.max) {
      writing.sampling.repetitionWindow = window < 0 ? limit : window
    }
    try fields.takeAdjustments(into: &writing.sampling)
    writing.seed = try fields.takeSeed().flatMap { $0 == 0xFFFF_FFFF ? nil : $0 }
    writing.conditions = StopConditions(
      texts: try fields.takeStops(atMost: 16), tokens: tokens < 0 ? limit : min(tokens, limit))
    try fields.takeStream(into: &writing)
    probabilityCount = try fields.integer("n_probs", in: 0...20) ?? 0
    probabilitiesAreDrawn = try fields.flag("post_sampling_probs") ?? false
    returnsTokens = try fields.flag("return_tokens") ?? false
    timeLimit = try fields.integer("t_max_predict_ms", in: -1...Int.max).flatMap {
      $0 > 0 ? min($0, 120_000) : nil
    }
    timesTokens = try fields.flag("timings_per_token") ?? false
    if let list = try fields.list("response_fields", atMost: 64), !list.isEmpty {
      var names: [String] = []
      for (field, value) in list { names.append(try RequestFields.string(value, field)) }
      responseFields = names
    }
    try Self.takeMirostat(&fields, into: &writing.sampling)
    try Self.refuseOtherSamplers(&fields)
  }

  private static func takeMirostat(
    _ fields: inout RequestFields, into sampling: inout SamplingOptions
  ) throws(ServiceFailure) {
    let mode = try fields.integer("mirostat", in: 0...2) ?? 0
    let target = try fields.number("mirostat_tau", in: 0...1000) ?? 5
    let rate = try fields.number("mirostat_eta", in: 0...1000) ?? 0.1
    guard mode > 0 else { return }
    guard mode == 2, rate == 0.1 else {
      throw .unsupported(
        "mirostat", "mirostat is supported as version 2 with a mirostat_eta of 0.1")
    }
    sampling.mirostat = target
  }

  /// Refuses what would change the text and is not there.
  private static func refuseOtherSamplers(_ fields: inout RequestFields) throws(ServiceFailure) {
    let off: [JSONValue] = [.int(0), .number(0), .string(""), .array([]), .bool(false)]
    // These are off at -1, too.
    let offBelowZero: Set = ["top_n_sigma", "adaptive_target"]
    for name in [
      "grammar", "json_schema", "dry_multiplier", "xtc_probability", "dynatemp_range", "lora",
      "top_n_sigma", "adaptive_target",
    ] {
      try fields.refuse(
        name, unless: offBelowZero.contains(name) ? off + [.int(-1)] : off,
        "\(name) is not supported; leave it out")
    }
  }
}
