#ifndef CFILES_H
#define CFILES_H

#include <stdint.h>

/// Renames a file unless something of the new name is there. 0, or an errno value.
/// (glibc shows renameat2 only under _GNU_SOURCE, which Swift's importer does not set.)
int32_t cfiles_rename_noreplace(const char *from, const char *to);

#endif
