#ifndef CICU_H
#define CICU_H

#include <stdint.h>

// Our own names over ICU. No ICU header is included here: ICU renames its symbols for each version, and
// Foundation brings an ICU module of its own that clashes with these headers when Swift imports both.

typedef struct cicu_breaker cicu_breaker;

/// ICU's version and the version of Unicode it implements, such as "72.1" and "15.0". Each buffer needs 32 bytes.
void cicu_versions(char *icu, char *unicode);

/// A word breaker by ICU's root rules, or NULL if ICU's data can't be loaded. Not to be shared between threads.
cicu_breaker *cicu_breaker_open(void);
void cicu_breaker_close(cicu_breaker *breaker);

/// Points the breaker at valid UTF-8, which must outlive the calls of cicu_breaker_next. 0 on success.
int32_t cicu_breaker_set_text(cicu_breaker *breaker, const uint8_t *text, int64_t length);

/// Writes up to `capacity` further segments: where each ends, in bytes, and 1 where it is a word, number or
/// ideograph. Returns how many; 0 at the end of the text.
int32_t cicu_breaker_next(cicu_breaker *breaker, uint32_t *ends, uint8_t *is_word, int32_t capacity);

/// NFKC_Casefold of valid UTF-8 into `out`. Returns the length, or -1 if it would not fit.
int32_t cicu_fold(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);

/// What a character does at word boundaries under Unicode's Word_Break property.
enum cicu_word_class {
    CICU_OTHER = 0,
    CICU_LETTER = 1,
    CICU_DIGIT = 2,
    CICU_MID_LETTER = 3,
    CICU_MID_NUMBER = 4,
    CICU_MID_BOTH = 5,
    CICU_HARD = 6
};
uint8_t cicu_word_class_of(uint32_t scalar);

/// What a decimal digit (general category Nd) of any script says, 0 to 9; -1 for any other character.
int32_t cicu_decimal_digit(uint32_t scalar);

/// 1 if the character is a capital or titlecase letter (Uppercase, general category Lt).
int32_t cicu_is_capital(uint32_t scalar);

/// 1 if the character is a mark (general category M) or joins to the one before it (Grapheme_Extend).
int32_t cicu_is_mark(uint32_t scalar);

#endif
