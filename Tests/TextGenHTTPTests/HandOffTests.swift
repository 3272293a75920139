#if Server
  import Testing

  @testable import TextGenHTTP

  struct HandOffTests {
    @Test func `all bytes come in order, and then the end`() async throws {
      let handOff = HandOff()
      let making = Task {
        for number in 0..<100 as Range<UInt8> { try await handOff.put([number]) }
        await handOff.finish()
      }
      var found: [UInt8] = []
      while let bytes = await handOff.take() { found += bytes }
      #expect(found == Array(0..<100))
      try await making.value
      #expect(await handOff.take() == nil)
    }

    @Test func `one who waits is offered bytes, others are not`() async throws {
      let handOff = HandOff()
      await handOff.offer([1])
      let taking = Task { await handOff.take() }
      let offering = Task {
        while !Task.isCancelled {
          await handOff.offer([2])
          await Task.yield()
        }
      }
      #expect(await taking.value == [2])
      offering.cancel()
    }

    @Test func `nobody waits for one who takes no more`() async throws {
      let handOff = HandOff()
      let making = Task {
        while true { try await handOff.put([1]) }
      }
      _ = await handOff.take()
      await handOff.close()
      await #expect(throws: HandOff.Closed.self) { try await making.value }
    }
  }
#endif
