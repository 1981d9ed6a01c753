import Foundation
import Testing

extension EndToEnd {
  /// What `make install` puts down must be all that the program needs: elsewhere tests find the package's own files.
  @Suite("Installing")
  struct InstallTests {
    @Test("what is installed groups stories in a folder that knows nothing of the package")
    func complete() async throws {
      let workspace = try Workspace()
      let root = "\(workspace.path)/root"
      try await install(below: root, workspace)
      let installed = try Child(
        ["group", Program.samples.appending(path: "inbox").path, "--json"], in: workspace.path,
        program: "\(root)/usr/bin/copytaster")
      let ending = try await installed.ending()
      workspace.check(ending == .exit(0), installed.errors)
      let here = try await workspace.run(
        "group", Program.samples.appending(path: "inbox").path, "--json")
      #expect(!here.output.isEmpty && installed.output == here.output)
    }

    @Test("the unit starts the installed program, and a configuration that is there is kept")
    func unit() async throws {
      let workspace = try Workspace()
      let root = "\(workspace.path)/root"
      try FileManager.default.createDirectory(
        atPath: "\(root)/etc/copytaster", withIntermediateDirectories: true)
      try workspace.write("# mine\n", to: "root/etc/copytaster/copytaster.yaml")
      try await install(below: root, workspace)
      let unit = try String(
        contentsOfFile: "\(root)/usr/lib/systemd/system/copytaster.service", encoding: .utf8)
      #expect(unit.contains("\nExecStart=/usr/bin/copytaster "))
      let kept = try String(
        contentsOfFile: "\(root)/etc/copytaster/copytaster.yaml", encoding: .utf8)
      #expect(kept == "# mine\n")
      #expect(FileManager.default.fileExists(atPath: "\(root)/etc/copytaster/outlets.yaml"))
    }

    private func install(below root: String, _ workspace: Workspace) async throws {
      let place = Program.package.appending(path: "scripts/place").path
      let child = try Child(
        [place, Program.path], in: workspace.path,
        environment: ["DESTDIR": root, "PREFIX": "/usr"], program: "/bin/bash")
      let ending = try await child.ending(within: .seconds(120))
      workspace.check(ending == .exit(0), child.errors)
    }
  }
}
