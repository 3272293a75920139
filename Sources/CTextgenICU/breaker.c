#include "ctextgen_icu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

struct ctextgen_icu_breaker {
  UBreakIterator *iterator;
  const uint8_t *utf8;
  int32_t byte_offset;
  int32_t unit_offset;
};

ctextgen_icu_breaker *ctextgen_icu_breaker_open(int32_t kind, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIteratorType type = kind == CTEXTGEN_ICU_WORDS ? UBRK_WORD : UBRK_CHARACTER;
  UBreakIterator *iterator = ubrk_open(type, "pt", NULL, 0, &status);
  *error = -(int32_t)status;
  if (U_FAILURE(status)) return NULL;
  *error = 0;
  ctextgen_icu_breaker *breaker = calloc(1, sizeof *breaker);
  if (!breaker) {
    ubrk_close(iterator);
    *error = -(int32_t)U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaker->iterator = iterator;
  return breaker;
}

void ctextgen_icu_breaker_free(ctextgen_icu_breaker *breaker) {
  if (!breaker) return;
  ubrk_close(breaker->iterator);
  free(breaker);
}

int32_t ctextgen_icu_breaker_begin(
    ctextgen_icu_breaker *breaker, const uint8_t *utf8, int32_t length, uint16_t *units) {
  int32_t count = ctextgen_icu_utf16(utf8, length, units);
  if (count < 0) return count;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, (const UChar *)units, count, &status);
  if (U_FAILURE(status)) return -(int32_t)status;
  ubrk_first(breaker->iterator);
  breaker->utf8 = utf8;
  breaker->byte_offset = 0;
  breaker->unit_offset = 0;
  return 0;
}

int32_t ctextgen_icu_breaker_next(
    ctextgen_icu_breaker *breaker, int32_t *ends, int16_t *statuses, int32_t capacity) {
  int32_t byte = breaker->byte_offset;
  int32_t unit = breaker->unit_offset;
  int32_t count = 0;
  while (count < capacity) {
    int32_t end = ubrk_next(breaker->iterator);
    if (end == UBRK_DONE) break;
    // Walks the UTF-8 along: a lead byte tells the bytes and the units of its code point.
    while (unit < end) {
      uint8_t lead = breaker->utf8[byte];
      byte += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      unit += lead < 0xF0 ? 1 : 2;
    }
    ends[count] = byte;
    statuses[count] = (int16_t)ubrk_getRuleStatus(breaker->iterator);
    count += 1;
  }
  breaker->byte_offset = byte;
  breaker->unit_offset = unit;
  return count;
}
