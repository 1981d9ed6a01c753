import Stories
import Testing
import Wire

/// *Gisa* is an article, a driver and an engineer; concerts are cancelled in the same words.
@Suite("Notices in Korean") struct KoreanNoticeTests {
  private static let notices = [
    "[전문취소] 옛 항구 다리 8주간 통제\n\n오늘 12시 30분 송고한 '옛 항구 다리 8주간 통제' 기사를 전문 취소합니다.",
    "[기사취소] 옛 항구 다리\n\n\"옛 항구 다리 8주간 통제\" 제하 기사를 사용하지 마시기 바랍니다.",
    "(전문 취소) 옛 항구 다리 8주간 통제\n\n‘옛 항구 다리 8주간 통제’ 기사를 취소합니다. 독자께 사과드립니다.",
    "[취소] 옛 항구 다리\n\n고객사께 알립니다. “옛 항구 다리 8주간 통제” 기사를 삭제해 주시기 바랍니다.",
    "<기사 취소>\n\n'옛 항구 다리 8주간 통제' 기사는 사실과 달라 전문 취소합니다.",
    "전문취소: 옛 항구 다리\n\n3월 2일 송고한 '옛 항구 다리 8주간 통제' 기사를 전문 취소하오니 사용하지 마시기 바랍니다.",
    "[기사 취소] 다리\n\n'옛 항구 다리 8주간 통제' 제하의 기사를 취소해 주시기 바랍니다.",
    "[전문취소]\n\n'옛 항구 다리 8주간 통제' 기사를 삭제해 주십시오.",
    "[전문취소] 옛 항구 다리\n\n‘옛 항구 다리 8주간 통제’ 기사는 오보로 확인돼 전문 취소합니다.",
    "[전문취소] 나룻배\n\n'항구 나룻배 사흘간 운항 중단' 기사를 전문 취소합니다.",
    "(기사 취소)\n\n“항구 나룻배 사흘간 운항 중단” 기사를 삭제 바랍니다.",
  ]

  @Test("an order in the words of Korean desks is one, and names the story", arguments: notices)
  func orders(text: String) {
    let notice = outcomes(text, outlet: "npa").stories.first?.story.facts?.notice
    #expect(notice?.kind == .kill && notice?.names.isEmpty == false)
  }

  private static let news = [
    "[취소] 버스 기사 자격\n\n시는 3월부터 기사 2명의 자격을 취소합니다.",
    "[전문취소] 소송\n\n시장은 '시장 사퇴' 기사를 취소해 달라고 요구했다.",
    "[취소] 봄 음악회\n\n비 예보로 '봄 음악회'를 취소합니다. 표는 사용하지 마시기 바랍니다.",
    "[기사취소] 신문사 사과\n\n신문사는 \"기사를 취소합니다\"라고 밝혔다. 편집국장은 물러났다.",
    "[취소] 면허\n\n시는 운전기사를 고르는 시험을 취소합니다.",
    "기사 삭제: 법원 판결\n\n법원은 '시장 구속' 기사를 삭제하라고 판결했다.",
    "[취소] 항공편 12편\n\n예약을 취소해 주시기 바랍니다.",
    "[기사 취소] 어느 기자의 밤\n\n그는 '기사를 전문 취소합니다'라는 한 줄을 썼다.",
    "[취소] 제품 리콜\n\n해당 제품은 사용하지 마시기 바랍니다. 기사 12건이 이를 알렸다.",
    "[전문취소] 논문\n\n학회는 논문 2편을 취소합니다.",
    "[취소] 선거\n\n법원은 3월 선거를 무효로 했다. 기사를 본 시민들은 놀랐다.",
    "[취소] 정비 기사 시험\n\n3월 정비 기사 시험을 취소합니다.",
    "[취소] 축제\n\n시는 '봄 축제' 기사는 사실이라며 축제는 취소합니다.",
    "[기사 취소] 판결\n\n법원은 3월 2일 기사를 삭제해 주십시오라는 청구를 기각했다.",
    "[취소] 노래 대회\n\n대회 기사를 본 시민 300명께, 대회를 취소합니다.",
    "[취소] 정비\n\n시청에서 정비 기사를 3명 취소합니다.",
    "[기사 취소] 연극\n\n연극 '기사를 취소합니다' 3월 2일 개막.",
    "[취소] 시상\n\n'항구' 기사를 쓴 기자의 상을 취소합니다.",
    "[취소] 전시\n\n'옛 기사' 전시를 취소합니다.",
    "[기사 취소] 소송\n\n그는 '항구' 기사를 삭제 바랍니다라고 썼다.",
    "[취소] 공연\n\n'봄 공연' 기사를 본 관객께 알립니다. 공연을 취소합니다.",
    "[전문취소] 강연\n\n시장은 강연 전문을 공개한 '시장 강연' 기사를 삭제해 주시기 바랍니다라고 신문사에 요청했다.",
    "[기사 취소] 책\n\n책 제목은 '기사를 취소합니다'로 3월 2일 나온다. 기사를 쓰는 이의 하루를 담았다.",
    "[취소] 항공\n\n'항공 대란' 기사는 사실이다. 항공사가 12편을 취소합니다.",
    "[기사 삭제] 포털\n\n포털이 '시장 의혹' 기사를 삭제했다. 신문사가 항의했다.",
  ]

  @Test("what is cancelled, deleted or not to be used in the news is news", arguments: news)
  func stories(text: String) {
    let stories = outcomes(text, outlet: "npa").stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice == nil)
    #expect(stories.first?.story.text == text)
  }
}
