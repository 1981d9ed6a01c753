#ifndef CHASHES_H
#define CHASHES_H

#include <stdint.h>

// Hashes of many words at once: what Swift's vectors can't say, since no function of Swift's can be made for processors
// that multiply several numbers at once. What is computed is said in Shingler and FastSimilaritySketch, and is the same on
// every processor.

/// Hashes of runs of neighbouring keys.
///
/// `keys` are `runs + words - 1`, and `powers` holds the multiplier's powers from the 0th up, `words` of them. Each hash
/// is the finalised sum of a run's keys, the last times the 0th power, the one before it times the 1st, and of `length`.
void chashes_runs(
    const uint32_t *keys, int64_t runs, int64_t words, const uint64_t *powers, uint64_t length,
    uint64_t *hashes);

/// Mixes hashes with a salt, as a round of a sketch does.
void chashes_mix(const uint64_t *hashes, int64_t count, uint64_t salt, uint64_t *mixed);

#endif
