#include "chashes.h"

#define INLINE static inline __attribute__((always_inline))

/// MurmurHash3's 64-bit finaliser (A. Appleby, public domain).
INLINE uint64_t finalised(uint64_t value) {
    value ^= value >> 33;
    value *= 0xFF51AFD7ED558CCD;
    value ^= value >> 33;
    value *= 0xC4CEB9FE1A85EC53;
    return value ^ value >> 33;
}

/// Each run on its own instead of from the one before, so that none waits for another. `words` is a constant where this
/// is called with one that is common, so that compilers see as many steps as there are.
INLINE void runs_of(
    const uint32_t *keys, int64_t runs, int64_t words, const uint64_t *powers, uint64_t length,
    uint64_t *restrict hashes) {
    for (int64_t run = 0; run < runs; run++) {
        uint64_t sum = length + keys[run + words - 1];
        for (int64_t word = 0; word < words - 1; word++)
            sum += keys[run + word] * powers[words - 1 - word];
        hashes[run] = finalised(sum);
    }
}

// Compiled once for any processor and once for each kind that multiplies more numbers at once, the best of which the
// loader takes.
#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CLONES
#endif

CLONES void chashes_runs(
    const uint32_t *keys, int64_t runs, int64_t words, const uint64_t *powers, uint64_t length,
    uint64_t *restrict hashes) {
    switch (words) {
    case 3: return runs_of(keys, runs, 3, powers, length, hashes);
    case 4: return runs_of(keys, runs, 4, powers, length, hashes);
    case 5: return runs_of(keys, runs, 5, powers, length, hashes);
    default: return runs_of(keys, runs, words, powers, length, hashes);
    }
}

CLONES void chashes_mix(
    const uint64_t *hashes, int64_t count, uint64_t salt, uint64_t *restrict mixed) {
    for (int64_t at = 0; at < count; at++) {
        uint64_t value = (hashes[at] ^ salt) * 0xFF51AFD7ED558CCD;
        value ^= value >> 32;
        value *= 0xC4CEB9FE1A85EC53;
        mixed[at] = value ^ value >> 32;
    }
}
