import Testing
import TextGenSafeTensors

@Suite struct PowerCutTests {
  /// The log of replacing one checkpoint by another, and both.
  private static func recordedSave() throws -> (
    old: [UInt8], new: [UInt8], calls: [RecordedOperations.Call]
  ) {
    let folder = try TemporaryFolder()
    var first = SafeTensorsWriter()
    first.add("w", shape: [40], [Float](repeating: 1, count: 40))
    var second = SafeTensorsWriter()
    second.add("w", shape: [40], [Float](repeating: 2, count: 40))
    try first.write(to: folder.file("x"))
    let operations = RecordedOperations()
    operations.writeLimit = 64
    try second.write(to: folder.file("x"), operations: operations)
    return (try first.bytes(), try second.bytes(), operations.calls)
  }

  /// How many of 1,000 power cuts leave neither the old file nor the new one whole.
  private func tornCount(
    _ old: [UInt8], _ new: [UInt8], _ calls: [RecordedOperations.Call]
  ) -> Int {
    var bits = SeededBits(state: 3)
    let disk = SimulatedDisk(old: old)
    return (0..<1000).count { trial in
      let contents = disk.contents(after: trial % (calls.count + 1), of: calls, using: &bits)
      return contents != old && contents != new
    }
  }

  @Test func `1,000 simulated power cuts leave the old file or the new one`() throws {
    let (old, new, calls) = try Self.recordedSave()
    #expect(tornCount(old, new, calls) == 0)
    var bits = SeededBits(state: 4)
    let disk = SimulatedDisk(old: old)
    #expect(disk.contents(after: calls.count, of: calls, using: &bits) == new)
  }

  @Test(arguments: [RecordedOperations.Call.synchronizeFile, .synchronizeFolder])
  func `without a flush the simulated power cuts do harm`(missing: RecordedOperations.Call) throws {
    let (old, new, calls) = try Self.recordedSave()
    let careless = calls.filter { $0 != missing }
    if missing == .synchronizeFile {
      #expect(tornCount(old, new, careless) > 50)
    } else {
      var bits = SeededBits(state: 5)
      let disk = SimulatedDisk(old: old)
      let lost = (0..<100).count { _ in
        disk.contents(after: careless.count, of: careless, using: &bits) == old
      }
      #expect(lost > 10, "a save that was reported as done is gone")
    }
  }

  @Test func `a writer in place tears, and the reader says so`() throws {
    let (old, new, calls) = try Self.recordedSave()
    var torn = 0
    var inPlace = old
    var position = 0
    for case .write(let bytes) in calls {
      inPlace.replaceSubrange(position..<position + bytes.count, with: bytes)
      position += bytes.count
      guard inPlace != old, inPlace != new else { continue }
      torn += 1
      #expect(throws: SafeTensorsError.self) {
        try SafeTensorsFile(bytes: inPlace, name: "x").verifyChecksum()
      }
    }
    #expect(torn > 0)
  }
}
