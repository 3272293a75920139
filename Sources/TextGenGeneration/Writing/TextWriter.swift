import TextGenCompute
import TextGenTokenization

/// One text in the making: its random generator, its tokens and what of it can be shown.
struct TextWriter: Sendable {
  let index: Int
  private var generator: SeededGenerator
  private var context: GenerationContext
  private var chain: [any LogitsProcessor]
  private let promptCount: Int
  private let tokenLimit: Int
  private var decoder = StreamingDecoder()
  private var limiter: TextLimiter
  private var shown = ""
  /// Bytes that end the prompt and that the next token spells once more.
  private var respelled: [UInt8]

  init(
    index: Int, seed: UInt64, prompt: Prompt, chain: [any LogitsProcessor],
    conditions: StopConditions
  ) {
    self.index = index
    self.chain = chain
    generator = SeededGenerator(seed: Self.seed(ofText: index, seed: seed))
    context = GenerationContext(tokens: prompt.tokens)
    promptCount = prompt.tokens.count
    tokenLimit = conditions.tokens
    limiter = TextLimiter(conditions, after: prompt.text)
    respelled = prompt.respelled
  }

  /// The seed of text number `index`: a finaliser of SplitMix64 (Steele, Lea and Flood 2014) over
  /// both numbers, so that neighbours have nothing in common.
  private static func seed(ofText index: Int, seed: UInt64) -> UInt64 {
    var z = seed &+ (UInt64(index) &+ 1) &* 0xD134_2543_DE82_EF95
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The text as a result, once it has ended.
  var result: GeneratedText? {
    limiter.reason.map { reason in
      GeneratedText(
        text: shown, tokens: Array(context.tokens[promptCount...]), stopped: reason)
    }
  }

  /// Chooses a token from `logits`, (V), and returns it with the text that becomes certain.
  mutating func write(
    _ logits: [Float], sampler: any TokenSampler, tokenizer: any Tokenizer
  ) -> (token: TokenID?, text: String) {
    var logits = logits
    let previous = context.tokens.last
    respell(&logits, after: previous, tokenizer: tokenizer)
    chain.process(&logits, context: context)
    guard let token = sampler.sample(logits, using: &generator) else {
      return (nil, end(.end))
    }
    chain.didDraw(token)
    context.tokens.append(token)
    var surface = tokenizer.surface(of: token, after: previous)[...]
    if surface.starts(with: respelled) { surface = surface.dropFirst(respelled.count) }
    respelled = []
    var text = limiter.read(decoder.append(surface))
    shown += text
    if limiter.reason == nil, context.tokens.count - promptCount >= tokenLimit {
      text += end(.length)
    }
    return (token, text)
  }

  /// Shows what is held back and ends the text.
  private mutating func end(_ reason: StopReason) -> String {
    var text = limiter.read(decoder.finish())
    text += limiter.end(reason)
    shown += text
    return text
  }

  /// Leaves only the tokens that spell the end of the prompt once more, if there is one.
  private func respell(
    _ logits: inout [Float], after previous: TokenID?, tokenizer: any Tokenizer
  ) {
    guard !respelled.isEmpty else { return }
    let kept = logits.indices.filter { index in
      logits[index] > -.infinity
        && tokenizer.surface(of: TokenID(index), after: previous).starts(with: respelled)
    }
    if !kept.isEmpty { logits.keep(only: kept) }
  }
}
