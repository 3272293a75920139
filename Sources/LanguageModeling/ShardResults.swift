import Layers
import Synchronization

/// What threads found for the shards of a batch, each in its place.
final class ShardResults: Sendable {
  typealias Result = (scores: [[Float]], states: [RecurrentState])

  private let results: Mutex<[Result?]>

  init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

  func set(_ shard: Int, _ result: Result) { results.withLock { $0[shard] = result } }

  var values: [Result?] { results.withLock { $0 } }
}
