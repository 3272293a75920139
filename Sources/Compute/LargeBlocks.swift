private import CTextgenCPU

/// Makes blocks of a megabyte and more go back to the system as soon as they are freed.
///
/// By itself the C library raises that size to as much as 32 MB while large blocks are freed, and keeps
/// their pieces in its heap, which then grows with the validations of a long training.
public func returnLargeBlocks() {
  ctextgen_return_large_blocks()
}
