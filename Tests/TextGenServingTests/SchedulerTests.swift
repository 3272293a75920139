import Testing
import TextGenGeneration
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenServing

struct SchedulerTests {
  private let letters = TableTokenizer.characters("abc .é")
  private let model = StubModel(vocabularySize: 8, seed: 3)
  private let metrics = Metrics()
  private let time = PlannedTime()

  private func scheduler(_ change: (inout WriterLimits) -> Void = { _ in }) -> any TextScheduler {
    var limits = WriterLimits()
    change(&limits)
    let time = time
    return makeTextScheduler(
      model, letters, limits: limits, metrics: metrics, clock: { time.now })
  }

  private func request(
    _ seed: UInt64, count: Int = 1, characters: Int = 40, tokens: Int = 1_000_000
  ) -> WritingRequest {
    WritingRequest(
      Prompt("ab", tokenizer: letters), count: count, seed: seed,
      sampling: SamplingOptions(temperature: 1.2),
      conditions: StopConditions(characters: characters, tokens: tokens))
  }

  /// A text that nobody waits for to end.
  private var endless: WritingRequest { request(1, characters: 1_000_000) }

  /// The whole texts of a job by prompt and number; pieces make them up.
  private func texts(_ pieces: WrittenPieces) async throws -> [[Int]: GeneratedText] {
    var iterator = pieces.makeIterator()
    var texts: [[Int]: GeneratedText] = [:]
    var shown: [[Int]: String] = [:]
    while let piece = try await iterator.next() {
      let key = [piece.prompt, piece.chunk.index]
      shown[key, default: ""] += piece.chunk.text
      if let result = piece.chunk.result { texts[key] = result }
    }
    #expect(shown == texts.mapValues(\.text))
    return texts
  }

  /// The text that a request is answered with when there is no other.
  private func alone(_ request: WritingRequest) throws -> GeneratedText {
    try TextGenerator(
      model: model, tokenizer: letters, options: request.sampling, conditions: request.conditions
    ).text(after: "ab", seed: request.seed)
  }

  @Test func `texts are the same alone and beside others, in whatever order they come`()
    async throws
  {
    let scheduler = scheduler { $0.texts = 7 }
    let found = try await withThrowingTaskGroup(of: (UInt64, [[Int]: GeneratedText]).self) {
      tasks in
      for seed in (0..<40 as Range<UInt64>).shuffled() {
        let pieces = try scheduler.write(
          [request(seed)], pace: seed % 2 == 0 ? .whole : .stream, timeLimit: nil)
        tasks.addTask { (seed, try await texts(pieces)) }
      }
      return try await tasks.reduce(into: [UInt64: GeneratedText]()) {
        $0[$1.0] = $1.1[[0, 0]]
      }
    }
    #expect(found.count == 40)
    for (seed, text) in found { #expect(try text == alone(request(seed))) }
    #expect(try await eventually { scheduler.load == WriterLoad() })
  }

  @Test func `texts of several prompts come with their numbers`() async throws {
    let pieces = try scheduler().write(
      [request(5, count: 2), request(6)], pace: .whole, timeLimit: nil)
    let texts = try await texts(pieces)
    #expect(Set(texts.keys) == [[0, 0], [0, 1], [1, 0]])
    #expect(try texts[[0, 0]] == alone(request(5)) && texts[[1, 0]] == alone(request(6)))
  }

  @Test func `a job that nobody waits for any more ends`() async throws {
    let scheduler = scheduler()
    let pieces = try scheduler.write([endless], pace: .stream, timeLimit: nil)
    let reading = Task { try await texts(pieces) }
    #expect(try await eventually { scheduler.load.texts == 1 })
    reading.cancel()
    #expect(try await eventually { scheduler.load.texts == 0 })
    #expect(metrics.value(.cancelled("client")) == 1)
    await #expect(throws: ServiceFailure.clientGone) { try await reading.value }
  }

  @Test func `pieces that are dropped end their job`() async throws {
    let scheduler = scheduler()
    do { _ = try scheduler.write([endless], pace: .stream, timeLimit: nil) }
    #expect(try await eventually { metrics.value(.cancelled("client")) == 1 })
    #expect(scheduler.load.texts == 0)
  }

  @Test func `more jobs than can wait are refused, and later ones are not`() async throws {
    let scheduler = scheduler {
      $0.texts = 1
      $0.waiting = 2
    }
    let first = try scheduler.write(
      [endless], pace: TextPace(interval: .zero), timeLimit: nil)
    var iterator = first.makeIterator()
    _ = try await iterator.next()
    #expect(try await eventually { scheduler.load.waiting == 0 })
    var waiting = try [2, 3].map { seed in
      try scheduler.write([request(seed)], pace: .whole, timeLimit: nil)
    }
    let failure = #expect(throws: ServiceFailure.self) {
      try scheduler.write([request(4)], pace: .whole, timeLimit: nil)
    }
    #expect(failure?.status == 503 && failure?.retrySeconds == 1)
    waiting.removeLast()
    #expect(try await eventually { scheduler.load.waiting == 1 })
    _ = try scheduler.write([request(4)], pace: .whole, timeLimit: nil)
    #expect(waiting.count == 1)
    withExtendedLifetime((first, iterator)) {}
  }

  @Test func `a slow client's text rests, and others go on`() async throws {
    let scheduler = scheduler { $0.undelivered = 4 }
    let slow = try scheduler.write(
      [request(1, characters: 200)], pace: TextPace(interval: .zero), timeLimit: nil)
    for seed in 2..<6 as Range<UInt64> {
      let quick = try scheduler.write(
        [request(seed, characters: 400)], pace: .whole, timeLimit: nil)
      #expect(
        try await texts(quick)[[0, 0]] == alone(request(seed, characters: 400)))
    }
    #expect(try await eventually { scheduler.load.texts == 1 })
    #expect(try await texts(slow)[[0, 0]] == alone(request(1, characters: 200)))
  }

  @Test func `a client that is slow for too long is given up`() async throws {
    let scheduler = scheduler { $0.undelivered = 4 }
    let slow = try scheduler.write([endless], pace: TextPace(interval: .zero), timeLimit: nil)
    let quick = try scheduler.write([request(2)], pace: .whole, timeLimit: nil)
    _ = try await texts(quick)
    time.pass(.seconds(31))
    let later = try scheduler.write([request(3)], pace: .whole, timeLimit: nil)
    _ = try await texts(later)
    await #expect(throws: ServiceFailure.slowReader) { try await texts(slow) }
    #expect(metrics.value(.cancelled("slow_reader")) == 1)
  }

  @Test func `a job that waits for too long is refused`() async throws {
    let scheduler = scheduler {
      $0.texts = 1
      $0.undelivered = 4
    }
    let first = try scheduler.write([endless], pace: TextPace(interval: .zero), timeLimit: nil)
    var iterator = first.makeIterator()
    _ = try await iterator.next()
    let second = try scheduler.write([request(2)], pace: .whole, timeLimit: nil)
    time.pass(.seconds(31))
    let third = try scheduler.write([request(3)], pace: .whole, timeLimit: nil)
    await #expect(throws: ServiceFailure.self) { try await texts(second) }
    withExtendedLifetime((first, iterator, third)) {}
  }

  @Test func `a text whose time is over ends for its length`() async throws {
    let pieces = try scheduler().write([endless], pace: .whole, timeLimit: .zero)
    let text = try #require(try await texts(pieces)[[0, 0]])
    #expect(text.stopped == .length && text.tokens.isEmpty)
  }

  @Test func `when the server stops texts end and nothing begins`() async throws {
    let scheduler = scheduler { $0.stoppingTime = .zero }
    let pieces = try scheduler.write([endless], pace: .stream, timeLimit: nil)
    var iterator = pieces.makeIterator()
    _ = try await iterator.next()
    scheduler.stop()
    #expect(throws: ServiceFailure.stopping) {
      try scheduler.write([endless], pace: .whole, timeLimit: nil)
    }
    var last: WrittenPiece?
    while let piece = try await iterator.next() { last = piece }
    #expect(last?.chunk.result?.stopped == .length)
  }

  @Test func `pieces come at once, then by their pace`() async throws {
    let pieces = try scheduler().write(
      [request(1, characters: 30)], pace: .stream, timeLimit: nil)
    var iterator = pieces.makeIterator()
    var texts: [String] = []
    while let piece = try await iterator.next() { texts.append(piece.chunk.text) }
    // The time stands still: what comes first, and the rest.
    #expect(texts.count == 2 && (1...2).contains(texts[0].count) && texts.joined().count == 30)
  }
}
