#include "cicu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

struct cicu_breaker {
    UBreakIterator *iterator;
    UText *text;
};

void cicu_versions(char *icu, char *unicode) {
    UVersionInfo version;
    u_getVersion(version);
    u_versionToString(version, icu);
    u_getUnicodeVersion(version);
    u_versionToString(version, unicode);
}

cicu_breaker *cicu_breaker_open(void) {
    UErrorCode status = U_ZERO_ERROR;
    cicu_breaker *breaker = calloc(1, sizeof *breaker);
    if (!breaker) return NULL;
    breaker->iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
    if (U_FAILURE(status)) {
        free(breaker);
        return NULL;
    }
    return breaker;
}

void cicu_breaker_close(cicu_breaker *breaker) {
    if (!breaker) return;
    ubrk_close(breaker->iterator);
    utext_close(breaker->text);
    free(breaker);
}

int32_t cicu_breaker_set_text(cicu_breaker *breaker, const uint8_t *text, int64_t length) {
    UErrorCode status = U_ZERO_ERROR;
    breaker->text = utext_openUTF8(breaker->text, (const char *)text, length, &status);
    ubrk_setUText(breaker->iterator, breaker->text, &status);
    if (U_SUCCESS(status)) ubrk_first(breaker->iterator);
    return U_FAILURE(status) ? (int32_t)status : 0;
}

int32_t cicu_breaker_next(cicu_breaker *breaker, uint32_t *ends, uint8_t *is_word, int32_t capacity) {
    int32_t count = 0;
    while (count < capacity) {
        int32_t end = ubrk_next(breaker->iterator);
        if (end == UBRK_DONE) break;
        ends[count] = (uint32_t)end;
        is_word[count] = ubrk_getRuleStatus(breaker->iterator) >= UBRK_WORD_NUMBER;
        count++;
    }
    return count;
}

// NFKC_Casefold makes a text at most 18 times as long in UTF-16; words that do not fit the stack are folded on the heap.
enum { STACK_UNITS = 512 };

static int32_t fold_units(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity, UChar *units, UChar *folded,
                          int32_t folded_capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t unit_count = 0, folded_count, bytes = 0;
    const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&status);
    u_strFromUTF8(units, length, &unit_count, (const char *)text, length, &status);
    if (U_FAILURE(status)) return -1;
    folded_count = unorm2_normalize(normalizer, units, unit_count, folded, folded_capacity, &status);
    u_strToUTF8((char *)out, capacity, &bytes, folded, folded_count, &status);
    return U_FAILURE(status) ? -1 : bytes;
}

int32_t cicu_fold(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    if (length < 1) return 0;
    if (length <= STACK_UNITS / 20) {
        UChar units[STACK_UNITS / 20 + 1], folded[STACK_UNITS];
        return fold_units(text, length, out, capacity, units, folded, STACK_UNITS);
    }
    int32_t folded_capacity = length * 18 + 1;
    UChar *units = malloc(((size_t)length + 1 + (size_t)folded_capacity) * sizeof(UChar));
    if (!units) return -1;
    int32_t bytes = fold_units(text, length, out, capacity, units, units + length + 1, folded_capacity);
    free(units);
    return bytes;
}

uint8_t cicu_word_class_of(uint32_t scalar) {
    // ICU's root rules treat these unlike the property says, and differently in different versions.
    if (scalar == '@' || scalar == ':') return CICU_HARD;
    switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_WORD_BREAK)) {
        case U_WB_ALETTER:
            return CICU_LETTER;
        case U_WB_NUMERIC:
            return CICU_DIGIT;
        case U_WB_MIDLETTER:
            return CICU_MID_LETTER;
        case U_WB_MIDNUM:
            return CICU_MID_NUMBER;
        case U_WB_MIDNUMLET:
        case U_WB_SINGLE_QUOTE:
            return CICU_MID_BOTH;
        case U_WB_OTHER:
        case U_WB_CR:
        case U_WB_LF:
        case U_WB_NEWLINE:
        case U_WB_WSEGSPACE:
        case U_WB_DOUBLE_QUOTE:
            return CICU_OTHER;
        default:
            return CICU_HARD;
    }
}

int32_t cicu_decimal_digit(uint32_t scalar) { return u_charDigitValue((UChar32)scalar); }

int32_t cicu_is_capital(uint32_t scalar) {
    return u_isUUppercase((UChar32)scalar) || u_istitle((UChar32)scalar);
}

int32_t cicu_is_mark(uint32_t scalar) {
    return (U_GET_GC_MASK((UChar32)scalar) & U_GC_M_MASK) != 0 || u_hasBinaryProperty((UChar32)scalar, UCHAR_GRAPHEME_EXTEND);
}
