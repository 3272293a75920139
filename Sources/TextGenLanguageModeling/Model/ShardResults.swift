import Synchronization

/// What threads found for the parts of a job, each in its place.
final class ShardResults<Result: Sendable>: Sendable {
  private let results: Mutex<[Result?]>

  init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

  func set(_ shard: Int, _ result: Result) { results.withLock { $0[shard] = result } }

  var values: [Result?] { results.withLock { $0 } }
}
