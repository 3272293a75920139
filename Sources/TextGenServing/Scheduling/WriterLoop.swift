import Dispatch
import Synchronization
import TextGenGeneration
import TextGenLanguageModeling
import TextGenTokenization

/// The one who steps a batch: a serial queue, on which a step asks for the next one as long as a text can
/// go on. Nothing runs where there is nothing to write, or where all clients are slow.
///
/// Arrivals and departures are posted under a lock of their own, and read before each step.
final class WriterLoop<Model: AutoregressiveModel>: TextScheduler {
  /// What is posted to the loop.
  struct Inbox: Sendable {
    var arrivals: [WriterJob] = []
    var departures: [Int] = []
    /// What the model has learned for arrivals, by their numbers.
    var states: [Int: Model.State] = [:]
    /// When texts are to end; nil while the server goes on.
    var stop: Duration?
    var lastNumber = 0
    /// Whether a step is under way or asked for.
    var isAwake = false
    /// Whether something has happened since the loop last looked.
    var hasNews = false
    var load = WriterLoad()
  }

  /// What belongs to the queue.
  struct Work: Sendable {
    var batch: TextBatch<Model, FreeText>
    var waiting: [WriterJob] = []
    var running: [Int: RunningJob] = [:]
    var states: [Int: Model.State] = [:]
    var stop: Duration?
  }

  let limits: WriterLimits
  let metrics: Metrics
  let clock: @Sendable () -> Duration
  private let inbox = Mutex(Inbox())
  private let work: Mutex<Work>
  private let queue = DispatchQueue(label: "textgen.writer", qos: .userInitiated)

  init(
    _ model: Model, _ tokenizer: any Tokenizer, limits: WriterLimits, metrics: Metrics,
    clock: @escaping @Sendable () -> Duration
  ) {
    self.limits = limits
    self.metrics = metrics
    self.clock = clock
    work = Mutex(Work(batch: TextBatch(model: model, tokenizer: tokenizer)))
  }

  var progress: [TextProgress] { work.withLock { $0.batch.progress } }

  var load: WriterLoad { inbox.withLock { $0.load } }

  func write(
    _ requests: [WritingRequest], pace: TextPace, timeLimit: Duration?
  ) throws(ServiceFailure) -> WrittenPieces {
    try write(requests, pace: pace, timeLimit: timeLimit, knowing: nil)
  }

  /// The same by a model that knows what it has learned in `state`.
  func write(
    _ requests: [WritingRequest], pace: TextPace, timeLimit: Duration?, knowing state: Model.State?
  ) throws(ServiceFailure) -> WrittenPieces {
    let textCount = requests.reduce(0) { $0 + $1.count }
    precondition(
      requests.count <= WriterJob.promptLimit && textCount <= limits.texts,
      "\(requests.count) requests for \(textCount) texts, at most \(limits.texts) expected")
    let (stream, continuation) = AsyncStream.makeStream(of: Delivery.Event.self)
    let delivery = Delivery(continuation, limit: limits.undelivered) { [weak self] in self?.wake() }
    let now = clock()
    let refusal = inbox.withLock { inbox -> ServiceFailure? in
      guard inbox.stop == nil else { return .stopping }
      guard inbox.load.waiting < limits.waiting else {
        return .overloaded("\(inbox.load.waiting) requests wait already, which is the most")
      }
      inbox.lastNumber += 1
      inbox.load.waiting += 1
      let number = inbox.lastNumber
      inbox.states[number] = state
      inbox.arrivals.append(
        WriterJob(
          number: number, requests: requests, pace: pace, timeLimit: timeLimit ?? limits.textTime,
          arrival: now, delivery: delivery))
      continuation.onTermination = { [weak self] reason in
        if case .cancelled = reason { self?.leave(number) }
      }
      return nil
    }
    if let refusal {
      metrics.count(.refused(refusal.code))
      throw refusal
    }
    wake()
    return WrittenPieces(stream, delivery)
  }

  func stop() {
    let time = clock() + limits.stoppingTime
    inbox.withLock { if $0.stop == nil { $0.stop = time } }
    wake()
    wake(after: limits.stoppingTime)
  }

  private func leave(_ number: Int) {
    inbox.withLock { $0.departures.append(number) }
    wake()
  }

  /// Asks for a step, unless one is asked for.
  private func wake() {
    let isAsleep = inbox.withLock { inbox -> Bool in
      let isAsleep = !inbox.isAwake
      inbox.isAwake = true
      inbox.hasNews = true
      return isAsleep
    }
    if isAsleep { queue.async { self.run() } }
  }

  private func wake(after delay: Duration) {
    queue.asyncAfter(deadline: .now() + delay.seconds) { [weak self] in self?.wake() }
  }

  /// One step, and what comes of it.
  private func run() {
    let news = inbox.withLock { inbox -> Inbox in
      let news = inbox
      inbox.arrivals = []
      inbox.departures = []
      inbox.states = [:]
      inbox.hasNews = false
      return news
    }
    let (state, load) = work.withLock { work -> (Outlook, WriterLoad) in
      work.waiting += news.arrivals
      work.states.merge(news.states) { $1 }
      work.stop = news.stop
      for number in news.departures { remove(number, from: &work) }
      let state = step(&work)
      return (state, WriterLoad(texts: work.batch.textCount, waiting: work.waiting.count))
    }
    let goesOn = inbox.withLock { inbox -> Bool in
      inbox.load = load
      inbox.load.waiting += inbox.arrivals.count
      inbox.isAwake = state == .busy || inbox.hasNews
      return inbox.isAwake
    }
    if goesOn {
      queue.async { self.run() }
    } else if state == .resting {
      wake(after: .seconds(1))
    }
  }
}
