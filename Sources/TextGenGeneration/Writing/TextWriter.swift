import TextGenCompute
import TextGenTokenization

/// One text in the making: its random generator, its tokens, its rule and what of it can be shown.
struct TextWriter<Constraint: TextConstraint>: Sendable {
  let index: Int
  /// Goes on where a text goes back, so that it doesn't take the same way again.
  var generator: SeededGenerator
  private var context: GenerationContext
  private var chain: [any LogitsProcessor]
  private let sampler: any TokenSampler
  /// The rule that the text keeps; nil for a free text.
  private(set) var rule: KeptRule<Constraint>?
  private let promptCount: Int
  private let tokenLimit: Int
  private var decoder = StreamingDecoder()
  private var limiter: TextLimiter
  private(set) var shown = ""
  /// Bytes that end the prompt and that the next token spells once more.
  private var respelled: [UInt8]
  /// What is noted of each token; nil for nothing.
  private let notes: TokenNotes?
  private var noted: [WrittenToken] = []

  init(
    index: Int, seed: UInt64, prompt: Prompt, chain: [any LogitsProcessor],
    sampler: any TokenSampler, conditions: StopConditions, rule: KeptRule<Constraint>?,
    notes: TokenNotes? = nil
  ) {
    self.index = index
    self.chain = chain
    self.sampler = sampler
    self.notes = notes
    self.rule = rule
    generator = SeededGenerator(seed: seedOfText(index, seed: seed))
    context = GenerationContext(tokens: prompt.tokens)
    promptCount = prompt.tokens.count
    tokenLimit = conditions.tokens
    limiter = TextLimiter(conditions, after: prompt.text)
    respelled = prompt.respelled
  }

  /// The tokens that were chosen.
  var tokens: ArraySlice<TokenID> { context.tokens[promptCount...] }

  /// How far the text is.
  var progress: TextProgress { TextProgress(written: tokens.count, limit: tokenLimit) }

  /// The text as a result, once it has ended.
  var result: GeneratedText? {
    limiter.reason.map { reason in
      GeneratedText(
        text: shown, tokens: Array(tokens), stopped: reason, stopText: limiter.stopText)
    }
  }

  /// The notes since the last call.
  mutating func takeNotes() -> [WrittenToken] {
    defer { noted = [] }
    return noted
  }

  /// Ends the text where it is, unless it has ended, and returns what was held back.
  mutating func cut() -> String { limiter.reason == nil ? end(.length) : "" }

  /// Chooses a token from `row`, the model's logits, (V), that is not `refused` and keeps the rule, and
  /// returns it with the text that becomes certain.
  mutating func write(
    _ row: [Float], refusing refused: Set<TokenID> = [], tokenizer: any Tokenizer
  ) -> (token: TokenID?, text: String) {
    var logits = row
    let previous = context.tokens.last
    respell(&logits, after: previous, tokenizer: tokenizer)
    if let rule {
      for index in logits.indices where logits[index] > -.infinity {
        let token = TokenID(index)
        if refused.contains(token)
          || rule.adding(addition(of: token, after: previous, tokenizer: tokenizer)) == nil
        {
          logits[index] = -.infinity
        }
      }
    }
    chain.process(&logits, context: context)
    guard let token = sampler.sample(logits, using: &generator) else {
      return (nil, end(.end))
    }
    chain.didDraw(token)
    context.tokens.append(token)
    let bytes = addition(of: token, after: previous, tokenizer: tokenizer)
    if let notes {
      noted.append(notes.note(token, bytes: bytes, under: notes.areDrawn ? logits : row))
    }
    respelled = []
    if let longer = rule?.adding(bytes) { rule = longer }
    var text = limiter.read(decoder.append(bytes))
    shown += text
    if limiter.reason == nil, rule?.isAtEnd == true {
      text += end(.complete)
    } else if limiter.reason == nil, tokens.count >= tokenLimit {
      text += end(.length)
    }
    return (token, text)
  }

  /// The bytes that `token` adds to the text.
  private func addition(
    of token: TokenID, after previous: TokenID?, tokenizer: any Tokenizer
  ) -> ArraySlice<UInt8> {
    let surface = tokenizer.surface(of: token, after: previous)[...]
    return surface.starts(with: respelled) ? surface.dropFirst(respelled.count) : surface
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

/// The seed of text number `index`: a finaliser of SplitMix64 (Steele, Lea and Flood 2014) over both
/// numbers, so that neighbours have nothing in common.
package func seedOfText(_ index: Int, seed: UInt64) -> UInt64 {
  var z = seed &+ (UInt64(index) &+ 1) &* 0xD134_2543_DE82_EF95
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
