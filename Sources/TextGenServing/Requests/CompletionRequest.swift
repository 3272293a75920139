import TextGenGeneration
import TextGenJSON

/// A request of `/v1/completions`, as OpenAI's clients make it.
package struct CompletionRequest: Sendable, Hashable {
  /// The most texts that one request may ask for.
  package static let textLimit = 64

  package var prompts: [PromptField]
  package var writing: WritingFields
  /// How many of the best tokens are told beside each token; nil where nothing is told of them.
  package var logProbabilities: Int?
  /// Whether texts begin with their prompts.
  package var echoes: Bool
  /// Whether a stream ends with the counts of tokens.
  package var includesUsage: Bool

  /// The session whose memory speaks, too; nil for none.
  package var session: String?

  /// Reads a body.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    try self.init(&fields)
    try fields.finish()
  }

  private init(_ fields: inout RequestFields) throws(ServiceFailure) {
    var writing = WritingFields()
    writing.model = try fields.string("model")
    prompts = try PromptField.list(fields.take("prompt"), "prompt", atMost: 16)
    writing.count = try fields.integer("n", in: 1...WritingFields.countLimit) ?? 1
    guard prompts.count * writing.count <= Self.textLimit else {
      throw .invalidValue(
        "n",
        "n and the prompts make \(prompts.count * writing.count) texts, but at most "
          + "\(Self.textLimit) are written at once")
    }
    echoes = try fields.flag("echo") ?? false
    let tokens = try fields.integer("max_tokens", in: 0...WritingFields.tokenLimit) ?? 16
    guard tokens > 0 || echoes else {
      throw .invalidValue("max_tokens", "max_tokens is 0, which needs echo")
    }
    writing.sampling.temperature = try fields.number("temperature", in: 0...2) ?? 0.8
    writing.sampling.topP = try fields.number("top_p", in: 0...1) ?? 1
    try fields.takeSampling(
      [
        ("top_k", .topK), ("min_p", .minP), ("typical_p", .typicalP), ("mirostat", .mirostat),
        ("repetition_penalty", .repetitionPenalty), ("repeat_penalty", .repetitionPenalty),
      ], into: &writing.sampling)
    try fields.takeAdjustments(into: &writing.sampling)
    writing.seed = try fields.takeSeed()
    writing.conditions = StopConditions(
      characters: try fields.integer("characters", in: 0...1_000_000),
      lines: try fields.integer("lines", in: 0...1_000_000),
      texts: try fields.takeStops(atMost: 4), tokens: tokens)
    logProbabilities = try fields.integer("logprobs", in: 0...5)
    try fields.takeStream(into: &writing)
    var usage = false
    if let value = fields.take("stream_options") {
      var options = try RequestFields(value, field: "stream_options")
      usage = try options.flag("include_usage") ?? false
      options.ignore(["include_obfuscation"])
      try options.finish()
    }
    includesUsage = usage
    try fields.refuse(
      "suffix", unless: [""], "suffix is not supported here; /infill writes between two texts")
    if let best = try fields.integer("best_of", in: 1...WritingFields.countLimit),
      best != writing.count
    {
      throw .unsupported("best_of", "best_of is \(best), but must be n, as no text is left out")
    }
    session = try fields.string("session")
    if session != nil, echoes, logProbabilities != nil {
      throw .unsupported("logprobs", "logprobs of a prompt are not supported with a session")
    }
    fields.ignore(["user", "metadata", "store", "service_tier"])
    self.writing = writing
  }
}
