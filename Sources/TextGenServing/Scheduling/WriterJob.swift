import TextGenGeneration

/// The texts of one client's request: one prompt or more, whose texts begin together.
struct WriterJob: Sendable {
  /// The most prompts of a job.
  static let promptLimit = 64

  let number: Int
  let requests: [WritingRequest]
  let pace: TextPace
  /// How long its texts are written at most.
  let timeLimit: Duration
  /// When it came.
  let arrival: Duration
  let delivery: Delivery

  /// The number of its texts.
  var textCount: Int { requests.reduce(0) { $0 + $1.count } }

  /// The numbers that its prompts have in the batch.
  var batchNumbers: [Int] { requests.indices.map { number * Self.promptLimit + $0 } }

  /// The job and its prompt that have a number in the batch.
  static func place(of batchNumber: Int) -> (job: Int, prompt: Int) {
    (batchNumber / promptLimit, batchNumber % promptLimit)
  }
}
