/// Which blocks of a corpus each epoch reads, and how often.
///
/// The blocks under one share lie on a circle in the order of their hashes, each as long as its text. An
/// epoch goes on by the share from where the last one ended, 1 being the whole circle, and reads each
/// block as often as it passes its beginning. So shares below 1 read another part in each epoch and
/// everything once in a round, and shares above 1 read a part of the blocks once more than the others.
struct ReadingPlan: Sendable {
  /// The blocks of each text.
  let blocks: [[TextBlock]]
  /// Readings per epoch of the blocks of each circle.
  let factors: [Double]
  /// For each block, in the order of the texts, its circle and where on it it begins, 0 to below 1.
  private(set) var places: [(circle: Int, position: Double)] = []

  /// The plan for texts with these names and blocks, each with the factor of the longest path in `shares`
  /// that covers it; those that none covers are read once per epoch.
  ///
  /// - Throws: `CorpusError.shareOfNothing` for a share that covers no text.
  init(
    _ names: [String], _ blocks: [[TextBlock]], shares: [CorpusShare]
  ) throws(CorpusError) {
    for share in shares where !names.contains(where: share.covers) {
      throw .shareOfNothing(path: share.path)
    }
    self.blocks = blocks
    let paths = shares.indices.sorted { shares[$0].path.utf8.count > shares[$1].path.utf8.count }
    factors = shares.map(\.factor) + [1]
    for (name, blocks) in zip(names, blocks) {
      let circle = paths.first { shares[$0].covers(name) } ?? shares.count
      places += blocks.map { _ in (circle, 0) }
    }
    layOut()
  }

  /// Finds the positions of the blocks.
  private mutating func layOut() {
    let all = Array(blocks.joined())
    for circle in factors.indices {
      let own = places.indices.filter { places[$0].circle == circle }
        .sorted { (all[$0].hash, $0) < (all[$1].hash, $1) }
      let length = own.reduce(0) { $0 + all[$1].range.count }
      var passed = 0
      for index in own {
        places[index].position = Double(passed) / Double(max(1, length))
        passed += all[index].range.count
      }
    }
  }

  /// How often epoch `epoch`, from 0, reads the block at `index`.
  func readings(of index: Int, in epoch: Int) -> Int {
    let (circle, position) = places[index]
    // How often it is read before an epoch, so that over all epochs nothing is lost to rounding.
    func readings(before epoch: Int) -> Int {
      Int((Double(epoch) * factors[circle] - position).rounded(.up))
    }
    return readings(before: epoch + 1) - readings(before: epoch)
  }

  /// The bytes of text `index` that the first epoch reads, a range for each reading.
  func firstReadings(ofText index: Int) -> [Range<Int>] {
    let first = blocks[..<index].reduce(0) { $0 + $1.count }
    return blocks[index].enumerated().flatMap { offset, block in
      Array(repeating: block.range, count: readings(of: first + offset, in: 0))
    }
  }
}
