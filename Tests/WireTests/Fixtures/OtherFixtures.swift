/// Small files of the other formats, written for these tests.
enum Fixtures {
  static let nitf = """
    <?xml version="1.0" encoding="UTF-8"?>
    <nitf><head><title>1 SHIPPING Bridge</title>
    <docdata management-status="embargoed"><doc-id id-string="0a1b2c3d-1111-2222-3333-444455556666NNN-7-1"/>
    <urgency ed-urg="2"/><date.issue norm="20260302T081500+0000"/><date.release norm="20260302T120000Z"/>
    <du-key key="NPA-BRIDGE"/><del-list><from-src src-name="NPA" level-number="1"/></del-list>
    <ed-msg info="Note to editors"/><doc.copyright holder="Northern Press" year="2026"/></docdata></head>
    <body><body.head><hedline><hl1>BRIDGE TO CLOSE</hl1></hedline><byline>By Ada Quill</byline>
    <dateline><location>Port Ansel</location></dateline></body.head>
    <body.content><block><p>First <em>part</em>.</p><hl2>Between</hl2></block>
    <media><media-caption>The bridge.</media-caption><media-producer>Pix</media-producer></media>
    <pre>Harrow  1
    Fennick 2</pre><table><tr><td>x</td><td>9</td></tr></table></body.content>
    <body.end><tagline>More by others.</tagline></body.end></body></nitf>
    """

  static let newsML1 = """
    <?xml version="1.0"?>
    <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260302T081500+0000</DateAndTime></NewsEnvelope>
    <NewsItem><Identification><NewsIdentifier><ProviderId>npa.example</ProviderId><DateId>20260302</DateId>
    <NewsItemId>77</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId></NewsIdentifier>
    </Identification><NewsManagement><FirstCreated>20260302T081500+0000</FirstCreated>
    <ThisRevisionCreated>20260302T091500+0000</ThisRevisionCreated><Status FormalName="Embargoed"/>
    <StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260302T120000+0000</DateAndTime>
    </StatusWillChange><DerivedFrom NewsItem="urn:newsml:npa.example:20260301:70"/></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>Bridge to close</HeadLine><ByLine>Ada Quill</ByLine>
    <CreditLine>NPA</CreditLine></NewsLines><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
    <NewsComponent><Role FormalName="HeadLine"/><ContentItem><DataContent><p>Bridge to close</p></DataContent>
    </ContentItem></NewsComponent>
    <NewsComponent><Role FormalName="Body"/><ContentItem><MimeType FormalName="text/xhtml"/><DataContent>
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p>The text.</p><p>Its end.</p></body></html>
    </DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem>
    <NewsItem><NewsComponent><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>
    </NewsComponent></NewsItem></NewsML>
    """

  static let rss = """
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harrow Post</title><language>en-gb</language>
    <item><title>Bridge &amp;amp; towers</title><link>https://www.harrow.example/1</link><guid>h-1</guid>
    <pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate><dc:creator>Ada Quill</dc:creator>
    <description>Short.</description>
    <content:encoded><![CDATA[<p>The whole text.</p><p>Its end.</p>]]></content:encoded></item>
    <item><title>Only a headline</title><link>https://www.harrow.example/2</link></item>
    <item><guid>h-3</guid><title>Third</title><description>&lt;p&gt;A summary.&lt;/p&gt;</description></item>
    </channel></rss>
    """

  static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Fennick Observer</title>
    <entry><id>urn:f:1</id><title type="html">Bridge</title><link href="https://fennick.example/1"/>
    <published>2026-03-02T08:00:00Z</published><updated>2026-03-02T09:00:00Z</updated>
    <author><name>Ada Quill</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
    <p>The text.</p></div></content></entry></feed>
    """

  static let html = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>Bridge | Harrow Post</title>
    <meta property="og:title" content="Bridge to close"><meta property="og:site_name" content="Harrow Post">
    <meta property="og:url" content="https://www.harrow.example/bridge">
    <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],
    "datePublished":"2026-03-02T08:15:00Z","author":[{"name":"Ada Quill"},{"name":"Bo Reed"}],
    "creditText":"Northern Press","publisher":{"name":"Harrow Post Ltd"}}]}</script></head>
    <body><nav><ul><li>Home<li>Sport</ul></nav><h1>Bridge to close</h1><p>First<br>line.<p>Second &eacute;.
    <script>var a = "never text";</script><table><tr><th>Day<td>Hour</table>
    <figure><img><figcaption>The bridge.</figcaption></figure><div>Share this</div></body></html>
    """

  static let iptc7901 =
    "\u{1}npa062 4 i 211 ccccb   npa 061\r\n\nHarrow-bridge/\r\n\u{2}1ST LEAD\r\nBridge to close for eight\r\n"
    + "weeks\r\nBy Ada Quill =\r\n\n   Port Ansel (npa) - The bridge will\r\nclose.\r\n\n\"Long,\" he said.\r\n\n"
    + "# npa NOTEBOOK\r\n\n* * * *\r\nThe following information is not for publication\r\n- Editing by: B\r\n"
    + "\u{3}021137 GMT Mar 26 \r\n\u{7F}\n\u{7F}\u{4}\n"

  static let anpa =
    "\u{16}\u{16}\u{1}W2346\u{1F}_npa_\r\nr i\u{13}\u{11} BC-NA--Bridge-Clo 2ndLd-Writethru   03-02 0444\r\n"
    + "\u{2}^BC-NA--Bridge-Closing, 2nd Ld-Writethru,82<\r\n^Bridge to close<\r\n^Eds: Adds quote.<\r\n"
    + "^By ADA QUILL=\r\n^Northern Press=\r\n\t   PORT ANSEL (NPA) _ The bridge will close.\r\n \r\n"
    + "\t   ``Long,'' he said.\r\n\u{8}Harrow;1;2\u{10} \r\n\t   \u{3}NPA-WF-03-02-26 1056GMT<\r\n\r\n\u{C}\r\n\u{4}"

  static let ninjs1 = """
    {"guid": "urn:npa:1", "type": "text", "version": "3", "versioncreated": "2026-03-02T08:15:00+0000",
     "pubstatus": "usable", "embargoed": "2026-03-03T00:00:00Z", "urgency": 2, "slugline": "bridge",
     "headline": "Bridge to close", "byline": "Ada Quill", "ednote": "Adds quote", "language": "en",
     "source": "NPA", "copyrightholder": "Harrow Post", "altids": [{"role": "k", "value": "bridge-2026"}],
     "body_text": "flat", "body_html": "<p>The &eacute;nd.</p><p>More.</p>"}
    """

  static let ninjs3 = """
    [{"uri": "https://npa.example/1", "type": "text", "versionCreated": "2026-03-02T08:15:00Z",
      "embargoedUntil": "2026-03-03T00:00:00Z", "pubStatus": "usable", "edNote": "n", "by": "Ada Quill",
      "headlines": [{"role": "short", "value": "Shut"}, {"role": "main", "value": "Bridge to close"}],
      "bodies": [{"role": "teaser", "contentType": "text/html", "value": "<p>Tease.</p>"},
                 {"role": "body", "contentType": "text/plain", "value": "The text."}],
      "infoSources": [{"name": "NPA"}], "altIds": [{"role": "k", "value": "bridge-2026"}]},
     {"uri": "https://npa.example/2", "type": "picture", "headlines": [{"value": "x"}]}]
    """
}
