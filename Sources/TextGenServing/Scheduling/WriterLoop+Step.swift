import TextGenGeneration

extension WriterLoop {
  /// What there is to do after a step.
  enum Outlook {
    /// Texts go on.
    case busy
    /// There are texts, but their clients are slow.
    case resting
    /// There is nothing.
    case idle
  }

  /// Takes a job out whose client has gone.
  func remove(_ number: Int, from work: inout Work) {
    if let place = work.waiting.firstIndex(where: { $0.number == number }) {
      metrics.count(.cancelled("client"), work.waiting.remove(at: place).textCount)
    }
    work.states[number] = nil
    guard let running = work.running.removeValue(forKey: number) else { return }
    for number in running.job.batchNumbers { work.batch.leave(number) }
    metrics.count(.cancelled("client"), running.openCount)
  }

  /// Begins jobs for which there is room, ends those whose time is over, and writes a token in each text.
  func step(_ work: inout Work) -> Outlook {
    let now = clock()
    if work.stop != nil {
      for job in work.waiting { job.delivery.end(.stopping) }
      work.waiting = []
      work.states = [:]
    }
    admit(&work, now)
    endOverdue(&work, now)
    let resting = restingNumbers(&work, now)
    if !work.batch.isEmpty {
      for piece in work.batch.step(resting: resting) { deliver(piece, &work, now) }
      metrics.didStep(rows: work.batch.rowCount, from: now, to: clock())
    }
    if work.running.isEmpty { return work.waiting.isEmpty ? .idle : .busy }
    return work.running.values.allSatisfy { $0.restingSince != nil } ? .resting : .busy
  }

  private func admit(_ work: inout Work, _ now: Duration) {
    while let job = work.waiting.first {
      if now - job.arrival > limits.waitingTime {
        job.delivery.end(
          .overloaded("the request has waited \(limits.waitingTime.components.seconds) s"))
        metrics.count(.refused("overloaded"))
        work.waiting.removeFirst()
        work.states[job.number] = nil
        continue
      }
      guard work.batch.textCount + job.textCount <= limits.texts else { return }
      work.waiting.removeFirst()
      let state = work.states.removeValue(forKey: job.number)
      for (number, request) in zip(job.batchNumbers, job.requests) {
        work.batch.join(number, request, knowing: state)
        metrics.count(.promptTokens, request.prompt.ownTokens.count)
      }
      let running = RunningJob(job, start: now)
      if running.openCount == 0 { job.delivery.end() } else { work.running[job.number] = running }
    }
  }

  /// Ends texts for their length whose time is over.
  private func endOverdue(_ work: inout Work, _ now: Duration) {
    let isStopping = work.stop.map { now >= $0 } ?? false
    let overdue = work.running.values.filter { isStopping || now - $0.start >= $0.job.timeLimit }
    for running in overdue {
      metrics.count(.cancelled(isStopping ? "shutdown" : "deadline"), running.openCount)
      for number in running.job.batchNumbers {
        for piece in work.batch.cut(number) { deliver(piece, &work, now) }
      }
    }
  }

  /// The numbers in the batch of texts whose clients are behind; those that are so for too long are given up.
  private func restingNumbers(_ work: inout Work, _ now: Duration) -> Set<Int> {
    var resting: Set<Int> = []
    for (number, running) in work.running {
      guard running.job.delivery.isFull else {
        work.running[number]?.restingSince = nil
        continue
      }
      let since = running.restingSince ?? now
      if now - since < limits.restingTime {
        work.running[number]?.restingSince = since
        resting.formUnion(running.job.batchNumbers)
      } else {
        for number in running.job.batchNumbers { work.batch.leave(number) }
        running.job.delivery.end(.slowReader)
        metrics.count(.cancelled("slow_reader"), running.openCount)
        work.running[number] = nil
      }
    }
    return resting
  }

  private func deliver(
    _ piece: TextBatch<Model, FreeText>.Piece, _ work: inout Work, _ now: Duration
  ) {
    let place = WriterJob.place(of: piece.request)
    guard var running = work.running.removeValue(forKey: place.job) else { return }
    if let result = piece.chunk.result { metrics.count(.generatedTokens, result.tokens.count) }
    running.take(piece.chunk, ofPrompt: place.prompt, now: now)
    if running.openCount == 0 {
      running.job.delivery.end()
    } else {
      work.running[place.job] = running
    }
  }
}
