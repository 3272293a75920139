private import CTextgenCPU

/// The heap of this process, as the C library manages it.
package enum SystemHeap {
  /// Makes blocks of a megabyte and more go back to the system as soon as they are freed.
  ///
  /// By itself the C library raises that size to as much as 32 MB while large blocks are freed, and keeps
  /// their pieces in its heap, which then grows with the validations of a long training.
  package static func returnLargeBlocks() {
    ctextgen_return_large_blocks()
  }

  /// Makes the heap of a process that predicts grow in huge pages, before it has grown, and its threads share it.
  ///
  /// The rows of probabilities of a first list take a dozen megabytes: with pages of 4 KB, each of them a
  /// fault, they cost a tenth of the time from the start of a program to its first answer. A heap for each thread
  /// would ask the system for every row.
  package static func useHugePages() {
    ctextgen_use_huge_heap()
  }
}
