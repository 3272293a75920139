#include "ctextgen_cpu.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

int ctextgen_cpu_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
    return __builtin_cpu_supports("avx512bf16") && __builtin_cpu_supports("avx512vnni") ? 3 : 2;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return 1;
  }
#endif
  return 0;
}

void ctextgen_return_large_blocks(void) {
#if defined(M_MMAP_THRESHOLD)
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

void ctextgen_use_huge_heap(void) {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  const int room = 24 << 20;
  const uintptr_t start = (uintptr_t)sbrk(0);
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 2 * room);
  mallopt(M_TOP_PAD, room);
  // A block that the heap has no room for makes it grow, by the block and the room.
  void *volatile block = malloc(1 << 20);
  free(block);
  const uintptr_t end = (uintptr_t)sbrk(0);
  if (end > start) {
    madvise((void *)start, end - start, MADV_HUGEPAGE);
  }
#endif
}
