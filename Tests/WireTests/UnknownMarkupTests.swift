import Stories
import Testing
import Wire

@Suite("What begins with a sign of markup") struct UnknownMarkupTests {
  /// UTF-16 in little endian.
  private func wide(_ text: String, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(
    "a text that begins with a name between such signs is a text",
    arguments: [
      "<Harlow Cable Ltd> said\nit sold two of its yards.\n    The yards <HRLW> closed in May.\n",
      "<Reuter>", "\n <Aldous Ferry> said no. It owns <Brent Ferry>.", "<Émile> dit non.",
      "<Corrin> said 2 = 2, and that <Holt> is away.", "<3 said the sign, and no more.",
      "<EUR=> The euro fell.", "<Jones Ltd> <Smith Ltd> agree to merge.",
      "<Body Shop International Plc> said it expects more.",
      "<Main Street Bank> said it sold two of its yards.", "<Link> said that <Center> is away.",
      "<The bridge closed", "“<Corrin>” is what the sign said.",
    ])
  func text(text: String) {
    let (stories, refusals) = outcomes(text)
    #expect(stories.map(\.story.text) == [text] && refusals.isEmpty, "\(refusals)")
    let inUTF16 = outcomes(wide(text, mark: true))
    #expect(inUTF16.stories.map(\.story.text) == [text] && inUTF16.refusals.isEmpty)
  }

  @Test(
    "markup that no reader knows is refused by its root, and not passed over",
    arguments: [
      "<DOC>\n<DOCNO>1</DOCNO>\n<TEXT>\nIt closed.\n</TEXT>\n</DOC>", "<catalog/>",
      "<catalog n='1'>It closed.", "<Catalog>It closed.</CATALOG >", "<catalog>\n\n<p>It closed.",
      "<été>It closed.</été>", "<?xml version=\"1.0\"?>\n<catalog>It closed.",
      "<!-- c -->It closed.", "<item>\nIt closed. <embargo>2099-01-01</embargo>",
      "<br>It closed.<br>It opened.", "<NEWS ITEM>It closed.</ITEM>",
      "</catalog> It closed.",
    ])
  func markup(text: String) {
    let all =
      [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)]
      + [true, false].map { wide(text, mark: $0) }
    for bytes in all {
      let (stories, refusals) = outcomes(bytes)
      #expect(stories.isEmpty && refusals.map(\.kind) == [.broken], "\(stories) \(refusals)")
      #expect(refusals.first?.problem.contains("which no reader knows") == true)
    }
  }

  @Test(
    "a page that leaves its tags open is a page",
    arguments: ["<article>\nIt closed.\n<p>Nobody was hurt.", "<P>It closed.<P>Nobody was hurt."])
  func open(page: String) {
    let (stories, refusals) = outcomes(page)
    #expect(stories.map(\.story.text) == ["It closed.\n\nNobody was hurt."] && refusals.isEmpty)
  }
}
