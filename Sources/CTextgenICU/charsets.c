#include "ctextgen_icu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

int32_t ctextgen_icu_detect_charset(
    const uint8_t *bytes, int32_t length, char *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  ucsdet_setText(detector, (const char *)bytes, length, &status);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  const char *found = match ? ucsdet_getName(match, &status) : NULL;
  int32_t confidence = match ? ucsdet_getConfidence(match, &status) : 0;
  if (found && U_SUCCESS(status) && (int32_t)strlen(found) < capacity)
    strcpy(name, found);
  else
    confidence = 0;
  ucsdet_close(detector);
  return U_FAILURE(status) ? -(int32_t)status : confidence;
}

struct ctextgen_icu_converter {
  UConverter *converter;
  int64_t replacements;
};

/// Counts what the charset lacks, then lets ICU write U+FFFD for it.
static void count_and_replace(
    const void *context, UConverterToUnicodeArgs *arguments, const char *bytes, int32_t length,
    UConverterCallbackReason reason, UErrorCode *status) {
  if (reason > UCNV_IRREGULAR) return;
  ((ctextgen_icu_converter *)context)->replacements += 1;
  UCNV_TO_U_CALLBACK_SUBSTITUTE(NULL, arguments, bytes, length, reason, status);
}

ctextgen_icu_converter *ctextgen_icu_converter_open(const char *name, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  ctextgen_icu_converter *handle = calloc(1, sizeof *handle);
  *error = -(int32_t)U_MEMORY_ALLOCATION_ERROR;
  if (!handle) return NULL;
  handle->converter = ucnv_open(name, &status);
  if (U_SUCCESS(status))
    ucnv_setToUCallBack(handle->converter, count_and_replace, handle, NULL, NULL, &status);
  *error = U_FAILURE(status) ? -(int32_t)status : 0;
  if (*error == 0) return handle;
  ctextgen_icu_converter_free(handle);
  return NULL;
}

void ctextgen_icu_converter_free(ctextgen_icu_converter *converter) {
  if (!converter) return;
  ucnv_close(converter->converter);
  free(converter);
}

int32_t ctextgen_icu_converter_next(
    ctextgen_icu_converter *converter, const uint8_t *bytes, int32_t length, int32_t is_last,
    uint16_t *units, int32_t capacity, int32_t *consumed) {
  UErrorCode status = U_ZERO_ERROR;
  UChar *target = (UChar *)units;
  const char *source = (const char *)bytes;
  ucnv_toUnicode(
      converter->converter, &target, target + capacity, &source, source + length, NULL,
      is_last != 0, &status);
  *consumed = (int32_t)(source - (const char *)bytes);
  if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return -(int32_t)status;
  return (int32_t)(target - (UChar *)units);
}

int64_t ctextgen_icu_converter_replacements(const ctextgen_icu_converter *converter) {
  return converter->replacements;
}
