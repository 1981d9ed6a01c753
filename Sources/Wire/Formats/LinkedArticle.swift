internal import Foundation

/// A page's article as JSON-LD describes it (schema.org NewsArticle and its kin).
struct LinkedArticle {
  let headline, url, language, publisher, author, credit, copyright, source, slug: String?
  let published, modified: String?
  let basedOn: [String]

  /// Finds the article in a script; nil if there is none or it can't be read, for pages are full of those.
  init?(_ script: String) {
    var script = script
    let value = script.withUTF8 { bytes in
      try? JSONObject.value(UnsafeRawBufferPointer(bytes), depth: 64)
    }
    guard let article = value.flatMap(LinkedArticle.article) else { return nil }
    headline = article.text("headline", "name")
    url =
      article.text("url")
      ?? article["mainentityofpage"].flatMap { $0.object?.text("@id") ?? $0.text }
    language = article.text("inlanguage")
    publisher = LinkedArticle.name(article["publisher"])
    author = LinkedArticle.name(article["author"])
    credit = article.text("credittext")
    copyright = article.text("copyrightnotice") ?? LinkedArticle.name(article["copyrightholder"])
    source =
      LinkedArticle.name(article["sourceorganization"]) ?? LinkedArticle.name(article["provider"])
    slug = article.text("alternativeheadline") == nil ? nil : article.text("identifier")
    published = article.text("datepublished", "datecreated")
    modified = article.text("datemodified")
    basedOn =
      (article["isbasedon"]?.texts ?? [])
      + article.objects("isbasedon").compactMap { $0.text("@id", "url") }
  }

  private static func article(_ value: JSONValue) -> JSONObject? {
    for object in value.objects {
      let types = object["@type"]?.texts ?? []
      if types.contains(where: { $0.hasSuffix("Article") || $0 == "BlogPosting" || $0 == "Report" })
      {
        return object
      }
      if let inner = object["@graph"].flatMap(article) { return inner }
    }
    return nil
  }

  /// One name, or several with commas between them.
  private static func name(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    let names = value.objects.compactMap { $0.text("name") }
    return (names.isEmpty ? value.texts : names).joined(separator: ", ").nonEmpty
  }
}
