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

/// Which of eight pairs of numbers have the first that is wanted, the first pair in the lowest bit, and above these
/// eight bits which have 0 for their second; where there is no SSE2.
static inline uint32_t clines_pairs_plain(const uint32_t *line, uint32_t wanted) {
    uint32_t found = 0;
    for (int at = 0; at < 8; at++) {
        found |= (uint32_t)(line[2 * at] == wanted) << at;
        found |= (uint32_t)(line[2 * at + 1] == 0) << (at + 8);
    }
    return found;
}

/// The same, by SSE2 where it is there. The line need not be aligned.
static inline uint32_t clines_pairs(const uint32_t *line, uint32_t wanted) {
#if defined(__SSE2__)
    const __m128i want = _mm_set1_epi32((int)wanted), none = _mm_setzero_si128();
    const float *two = (const float *)(const void *)line;
    const __m128 a = _mm_loadu_ps(two), b = _mm_loadu_ps(two + 4);
    const __m128 c = _mm_loadu_ps(two + 8), d = _mm_loadu_ps(two + 12);
    const __m128i low = _mm_castps_si128(_mm_shuffle_ps(a, b, _MM_SHUFFLE(2, 0, 2, 0)));
    const __m128i high = _mm_castps_si128(_mm_shuffle_ps(c, d, _MM_SHUFFLE(2, 0, 2, 0)));
    const __m128i lowSecond = _mm_castps_si128(_mm_shuffle_ps(a, b, _MM_SHUFFLE(3, 1, 3, 1)));
    const __m128i highSecond = _mm_castps_si128(_mm_shuffle_ps(c, d, _MM_SHUFFLE(3, 1, 3, 1)));
    const __m128i equal =
        _mm_packs_epi32(_mm_cmpeq_epi32(low, want), _mm_cmpeq_epi32(high, want));
    const __m128i free =
        _mm_packs_epi32(_mm_cmpeq_epi32(lowSecond, none), _mm_cmpeq_epi32(highSecond, none));
    return (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(equal, free));
#else
    return clines_pairs_plain(line, wanted);
#endif
}

/// Asks for some bytes to be fetched while other work goes on: for what is read soon and has long left every cache.
static inline void clines_fetch(const void *start, int64_t bytes) {
    for (int64_t at = 0; at < bytes; at += 64) __builtin_prefetch((const char *)start + at);
}

#endif
