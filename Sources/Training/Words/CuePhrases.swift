internal import Stories

/// Words and runs of up to five words of which each kind of boilerplate is made, in several languages.
///
/// Written down from acquaintance with news pages, not drawn from the training text. A phrase in the second
/// list nearly proves its kind, so it counts also where the model does not know the language.
enum CuePhrases {
  /// Phrases of a kind: those that speak for it, and those that nearly prove it.
  struct Cues {
    let plain: String
    let strong: String
  }

  static func cues(of kind: BoilerplateKind) -> Cues {
    switch kind {
    case .commentPolicy: commentPolicy
    case .newsletter: newsletter
    case .videoPlayer: videoPlayer
    case .relatedLinks: relatedLinks
    case .authorBox: authorBox
    case .copyright: copyright
    case .creditLine: creditLine
    case .editorsNote: editorsNote
    case .killNotice: killNotice
    case .captionCredit: captionCredit
    case .other: Cues(plain: "", strong: "")
    }
  }

  private static let commentPolicy = Cues(
    plain: """
      comments; comment; commenting; commenter; commenters; moderation; moderate; moderated; moderator;
      moderators; post moderation; readers comments; respectful; off topic; trolls; abusive; kommentar;
      kommentare; commenti; comentário; debate rules
      """,
    strong: """
      comment policy; commenting policy; comment guidelines; community guidelines; community standards;
      house rules; report this comment; report comment; post a comment; leave a comment; leave a reply;
      add a comment; join the conversation; join the discussion; have your say; log in to comment;
      sign in to comment; subscribe to comment; view comments; show comments; hide comments;
      comments are closed; comments are moderated; comments on this story; comments on this article;
      comments below; in the comments; to join the conversation; start the conversation; readers comments;
      what do you think; let us know in the comments; pre moderate; post moderate; personally liable;
      your email address will not be published; comentarios; deja un comentario; déjanos tu comentario;
      laisser un commentaire; commentaires; kommentar schreiben; lascia un commento; deixe um comentário;
      комментарии; оставить комментарий; yorum yap; yorumlar; التعليقات; اترك تعليقا
      """)

  private static let newsletter = Cues(
    plain: """
      newsletter; newsletters; subscribe; subscribers; subscriber; subscription; subscriptions; unsubscribe;
      register; registered; registering; registration; email; inbox; app; download; membership; donate;
      paywall; premium; trial; offers; alerts; notifications; whatsapp; telegram; podcast; rss; login;
      account; password; click; sign up; log in; sign in
      """,
    strong: """
      sign up; sign up for; sign up to; subscribe now; subscribe today; subscribe to our; subscribe to the;
      our newsletter; daily newsletter; free newsletter; newsletter sign up; manage newsletters;
      delivered to your inbox; straight to your inbox; in your inbox; to your inbox; email alerts;
      breaking news alerts; download our app; download the app; get the app; free app; mobile app;
      create an account; already a subscriber; become a member; become a subscriber; print subscriber;
      digital subscriber; digital subscription; start your free trial; free trial; register now;
      activate your account; unsubscribe at any time; support our journalism; support local journalism;
      support independent journalism; thank you for reading; thanks for reading; thank you for subscribing;
      like us on facebook; follow us on; follow us; join our whatsapp; ad blocker; turn on notifications;
      suscríbete; suscríbase; boletín; síguenos; síguenos en; descarga nuestra app; descarga la app;
      únete a nuestro canal; inscrivez vous; abonnez vous; abonnez vous à; notre newsletter; suivez nous;
      téléchargez l'application; newsletter abonnieren; jetzt abonnieren; folgen sie uns; iscriviti;
      iscriviti alla newsletter; seguici su; scarica l'app; assine; inscreva se; siga nos; baixe o app;
      schrijf je in; abonneer; подписывайтесь; подписаться; abone ol; takip et; mobil uygulama; hemen indir;
      تابعونا; تابعوا; اشترك; حمل التطبيق
      """)

  private static let videoPlayer = Cues(
    plain: """
      video; videos; player; browser; javascript; flash; playback; autoplay; play; watch; chrome; html5;
      subtitles; captions; audio; media; loading; advertisement; icon; sketch; embed; fullscreen; vídeo
      """,
    strong: """
      video player; media player; audio player; play video; play icon; playicon; created with sketch;
      watch video; watch the video; watch video below; watch below; watch the video below; scroll down for video;
      video above; video below; your browser does not support; browser is not supported; is not supported;
      does not support; please use chrome browser; enable javascript; javascript is disabled;
      accessible video player; to play this video; this video; listen to this article; article continues below;
      story continues below; advertisement; skip advertisement; skip ad; loading the player; now playing;
      up next; pause; unmute; mute; click to play; tap to play; media playback; close video;
      lee el video; mira el video; ver video; regardez la vidéo; guarda il video; assista ao vídeo;
      смотрите видео; videoyu izle; شاهد الفيديو
      """)

  private static let relatedLinks = Cues(
    plain: """
      related; trending; recommended; recommends; stories; articles; latest; popular; headlines; topics; tags;
      topic; tagged; filed under; next; previous; share; links; link; gallery; slideshow; photos; visit; region;
      explore; discover; category; categories; live updates; latest results
      """,
    strong: """
      read more; read more here; read also; also read; see also; read next; see more; view more; learn more;
      more stories; more news; more from; more on this; more on this story; more about; related stories;
      related articles; related story; related article; related topics; related content; related news;
      recommended stories; recommended for you; you may also like; you might also like; you may like;
      most read; most popular; most viewed; top stories; trending now; latest news; latest stories;
      in this story; don't miss; editor's picks; editors picks; continue reading; click here; click here to;
      click here for; read full; read the full story; read the rules; share this; share this story;
      share this article; share on facebook; share on twitter; share on; previous article; next article;
      related posts; up next; explore more; around the web; promoted stories; sponsored content; from the web;
      for more information visit; for more on this story; for the latest; news where you live; visit your local;
      live follow; follow latest; follow live; follow our live; live updates; live blog;
      lea también; lee también; también lee; te puede interesar; más sobre el tema; más información; leer más;
      más noticias; continúa leyendo; le puede interesar; mira también; ver también; aquí la nota completa;
      lire aussi; à lire aussi; voir aussi; lire la suite; sur le même sujet; lesen sie auch; mehr zum thema;
      auch interessant; mehr dazu; leggi anche; leggi tutto; potrebbe interessarti; leia também; leia mais;
      saiba mais; veja também; lees ook; lees meer; читайте также; читать далее; по теме; ilgili haberler;
      haberin devamı; bunlar da ilginizi çekebilir; اقرأ أيضا; اقرأ المزيد; مواضيع ذات صلة; paylaş; compartir;
      partager; teilen; compartilhar; condividi
      """)

  private static let authorBox = Cues(
    plain: """
      author; contributor; columnist; reporter; correspondent; editor; writer; journalist; biography; bio;
      blogger; freelance; contact; email; twitter; linkedin; facebook; instagram; consultant; consultor
      """,
    strong: """
      about the author; about the writer; is a reporter; is a writer; is a freelance; is a senior; is a staff;
      is a contributor; is a columnist; is a journalist; is a correspondent; is an editor; is the editor;
      is the author of; is editor of; staff writer; contributing writer; contributing editor; senior writer;
      follow him on; follow her on; follow them on; follow me on; on twitter at; on twitter; can be reached;
      can be reached at; be reached at; contact the author; contact the reporter; email the author; send tips;
      send us a tip; got a tip; get in touch; contact us; contact us at; view all posts by; more by; posts by;
      articles by; her work has appeared; his work has appeared; has written for; sobre el autor;
      à propos de l'auteur; über den autor; об авторе; sull'autore; sobre o autor; teléfono; e mail
      """)

  private static let copyright = Cues(
    plain: """
      copyright; rights; reserved; terms; privacy; cookies; cookie; policy; disclaimer; trademark; licensed;
      license; permission; consent; gdpr; affiliate; commission; legal; conditions; inc; llc; ltd; corrections;
      accessibility; imprint; impressum; advertise; advertising; careers; sitemap; faq; about us; contact us
      """,
    strong: """
      all rights reserved; copyright; terms of use; terms of service; terms and conditions; terms conditions;
      privacy policy; cookie policy; cookie settings; cookie notice; cookie statement; use of cookies;
      we use cookies; uses cookies; user agreement; privacy notice; your privacy choices; privacy choices;
      do not sell my; california privacy rights; may not be published; may not be reproduced; without permission;
      prior written permission; broadcast rewritten or redistributed; rewritten or redistributed;
      republished; reprinted with permission; registered trademark; affiliate commission; affiliate links;
      earn a commission; may earn a; this site uses; powered by; protected by recaptcha; views expressed;
      opinions expressed; not necessarily reflect; for informational purposes only; todos los derechos reservados;
      derechos reservados; política de privacidad; aviso legal; tous droits réservés; mentions légales;
      politique de confidentialité; alle rechte vorbehalten; datenschutz; tutti i diritti riservati;
      todos os direitos reservados; alle rechten voorbehouden; все права защищены; tüm hakları saklıdır;
      جميع الحقوق محفوظة; skip to content; skip to main content; back to top; opens in new window
      """)

  private static let creditLine = Cues(
    plain: "reporting; editing; contributed; compiled; wires; agencies; staff",
    strong: """
      reporting by; additional reporting by; additional reporting; editing by; writing by; compiled by;
      contributed to this report; contributed to this story; contributed to this article; with inputs from;
      with files from; with reporting by; fact checked by; reviewed by; originally appeared; originally appeared at;
      originally appeared on; originally published; originally published on; first appeared on;
      first published on; this story first appeared; this article was first published; source link;
      con información de; avec afp; mit material von; fin de nota; redacción por
      """)

  private static let editorsNote = Cues(
    plain:
      "updated; corrected; correction; clarification; note; amended; earlier version; last updated; update",
    strong: """
      editor's note; editors note; editor s note; this story has been updated; this article has been updated;
      this post has been updated; this is a developing story; this story has been corrected; an earlier version;
      previous version of this; was amended on; has been amended; corrects; refiles; last updated; last modified;
      first published; correction appended; check back for updates; nota del editor; nota de la redacción;
      note de la rédaction; anmerkung der redaktion; nota dell'editore
      """)

  private static let killNotice = Cues(
    plain: "kill; withdrawn; eliminate; disregard; embargoed; embargo",
    strong: """
      mandatory kill; kill mandatory; please kill; editors kill; bulletin kill; attention editors; story is withdrawn;
      story has been withdrawn; withdraws; is withdrawn; please disregard; do not use; not for publication;
      advisory to editors; embargoed until; a substitute story; no substitute
      """)

  private static let captionCredit = Cues(
    plain: """
      photo; photograph; photographer; getty; shutterstock; photos; image; picture; credit; pictured; graphic;
      illustration; afp; reuters; ap; pa; epa; file photo
      """,
    strong: """
      getty images; photo by; photo credit; image credit; picture credit; photo courtesy; courtesy of; photograph by;
      image source; image caption; credit getty; ap photo; file photo; istock; shutterstock; pool photo;
      photo illustration; foto de; crédit photo; foto dpa; pa wire; pa images; screenshot via; screenshot
      """)
}
