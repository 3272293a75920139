#ifndef CTEXTGEN_CPU_H
#define CTEXTGEN_CPU_H

/// The widest vector instructions that this processor and operating system offer:
/// 0 baseline, 1 AVX2 with FMA, 2 AVX-512 (F, BW, DQ, VL),
/// 3 the same with BF16 and VNNI.
int ctextgen_cpu_level(void);

/// Makes blocks of a megabyte and more go back to the system as soon as they are freed.
void ctextgen_return_large_blocks(void);

/// Lets the heap grow in huge pages and all threads share it.
void ctextgen_use_huge_heap(void);

/// Tells the processor that a loop waits for another thread.
static inline void ctextgen_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

#endif
