import Foundation
import TestSupport
import Testing

extension EndToEnd {
  @Suite("Reasons that can't be made durable")
  struct DurableReasonTests {
    /// Has `fsync` fail on files of whose path the variable names a part.
    private static let failing = """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <errno.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <unistd.h>
      int fsync(int descriptor) {
        char link[64], path[4096];
        snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        ssize_t count = readlink(link, path, sizeof path - 1);
        path[count < 0 ? 0 : count] = 0;
        if (strstr(path, getenv("FSYNC_FAILS_ON"))) { errno = EIO; return -1; }
        int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
        return real(descriptor);
      }
      """

    @Test("nothing is refused while its reason can't be made durable, and it is when that is over")
    func reason() async throws {
      let workspace = try Workspace(seed: 71)
      let source = try workspace.write(Self.failing, to: "fsync.c")
      let library = workspace.path + "/fsync.so"
      let compiler = try Child(
        ["-shared", "-fPIC", "-o", library, source, "-ldl"], in: workspace.path,
        program: "/usr/bin/cc")
      try #require(try await compiler.ending() == .exit(0), "\(compiler.errors)")
      try workspace.drop("", as: "empty.txt")
      let daemon = try workspace.serve(["LD_PRELOAD": library, "FSYNC_FAILS_ON": ".reason"])
      let isSaid = try await eventually { daemon.errors.contains("fsync failed on") }
      workspace.check(isSaid, daemon.errors)
      workspace.check(workspace.names(in: "refused").isEmpty, "\(workspace.names(in: "refused"))")
      try await workspace.stop(daemon)
      try await workspace.drain()
      #expect(workspace.names(in: "refused") == ["empty.txt", "empty.txt.reason"])
    }
  }
}
