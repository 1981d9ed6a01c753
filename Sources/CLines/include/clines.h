#ifndef CLINES_H
#define CLINES_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// What Swift's vectors can't say in few steps: which of the numbers in a line of memory are the one that is wanted,
// a bit each. In the header, since it is asked some hundred times a story, and a call would take as long as the answer.

/// Which of 16 numbers have, under a mask, the bits that are wanted, the first one lowest; where there is no SSE2.
static inline uint32_t clines_equal_plain(const uint32_t *line, uint32_t wanted, uint32_t mask) {
    uint32_t found = 0;
    for (int at = 0; at < 16; at++) found |= (uint32_t)((line[at] & mask) == wanted) << at;
    return found;
}

/// The same, by SSE2 where it is there. The line need not be aligned.
static inline uint32_t clines_equal(const uint32_t *line, uint32_t wanted, uint32_t mask) {
#if defined(__SSE2__)
    const __m128i want = _mm_set1_epi32((int)wanted), under = _mm_set1_epi32((int)mask);
    const __m128i *four = (const __m128i *)(const void *)line;
    const __m128i a = _mm_cmpeq_epi32(_mm_and_si128(_mm_loadu_si128(four), under), want);
    const __m128i b = _mm_cmpeq_epi32(_mm_and_si128(_mm_loadu_si128(four + 1), under), want);
    const __m128i c = _mm_cmpeq_epi32(_mm_and_si128(_mm_loadu_si128(four + 2), under), want);
    const __m128i d = _mm_cmpeq_epi32(_mm_and_si128(_mm_loadu_si128(four + 3), under), want);
    // All ones or none stay so when they are made narrower, and 16 bytes of them are 16 bits.
    const __m128i bytes = _mm_packs_epi16(_mm_packs_epi32(a, b), _mm_packs_epi32(c, d));
    return (uint32_t)_mm_movemask_epi8(bytes);
#else
    return clines_equal_plain(line, wanted, mask);
#endif
}

#endif
