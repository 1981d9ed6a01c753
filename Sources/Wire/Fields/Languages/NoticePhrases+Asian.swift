extension NoticePhrases {
  static let japanese = NoticePhrases(
    labels: [
      "記事取り消し", "記事の取り消し", "全文取り消し", "配信取り消し", "取り消し", "記事取消", "全文取消", "配信取消",
      "使用中止", "記事削除",
    ],
    orders: [
      "記事を取り消します", "記事全文を取り消します", "全文を取り消します", "原稿を取り消します", "配信を取り消します",
      "記事の取り消しをお願いします", "記事の取り消しをお願いいたします", "記事を使用しないでください",
      "記事は使用しないでください", "原稿を使用しないでください", "原稿は使用しないでください",
      "使用しないようお願いします", "使用しないようお願いいたします", "掲載しないでください",
      "記事を削除してください", "原稿を削除してください", "記事のご使用をお控えください", "記事の使用をお控えください",
    ],
    stories: ["記事", "原稿", "配信"],
    // Whoever else does it stands before は or が.
    isPlain: { sentence in
      var rest = String(sentence)
      for topic in ["記事は", "原稿は", "配信は", "\u{FFFC}は"] {
        rest = rest.replacing(topic, with: "")
      }
      return !rest.contains("は") && !rest.contains("が")
    })

  static let korean = NoticePhrases(
    labels: ["전문취소", "전문 취소", "기사취소", "기사 취소", "취소", "기사 삭제", "전문삭제"],
    orders: [
      "취소합니다", "취소하니 사용하지 마시기 바랍니다", "취소하오니 사용하지 마시기 바랍니다",
      "사용하지 마시기 바랍니다", "사용하지 말아 주시기 바랍니다", "사용하지 마십시오",
      "사용하지 말아 주십시오", "삭제해 주시기 바랍니다", "삭제해 주십시오", "삭제 바랍니다",
      "취소해 주시기 바랍니다", "취소 바랍니다",
    ],
    stories: [" 기사를", " 기사는", "\u{FFFC}기사를", "\u{FFFC}기사는"],
    // Whoever else does it stands before 는 or 은, and what else is meant before 을 or 를.
    isPlain: { sentence in
      sentence.split(separator: " ").allSatisfy { word in
        ["기사를", "기사는", "\u{FFFC}기사를", "\u{FFFC}기사는"].contains(String(word))
          || !"는은을를".contains(word.last ?? " ")
      }
    })
}
