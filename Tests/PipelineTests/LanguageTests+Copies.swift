extension LanguageTests {
  /// Written for this test: the outlet changes a word, a figure, the case, marks or spelling.
  static let copies: [Copy] = [
    Copy(
      language: "English",
      agency:
        "The harbour board of Port Ansel said on Tuesday that it’s going to close the old lighthouse for repairs until the end of May, after inspectors had found cracks in its gallery.",
      outlet:
        "The harbour board of Port Ansel said on Monday that it's going to close the old lighthouse for repairs until the end of May, after inspectors had found cracks in its gallery."
    ),
    Copy(
      language: "German",
      agency:
        "Die Straße zwischen Talbrunn und Oberkirrach bleibt nach dem Erdrutsch vom Wochenende bis auf Weiteres gesperrt, wie die Gemeinde am Dienstag mitteilte. Verletzt wurde niemand, zwei Häuser wurden geräumt.",
      outlet:
        "Die Strasse zwischen Talbrunn und Oberkirrach bleibt nach dem Erdrutsch vom Wochenende bis auf Weiteres gesperrt, wie die Gemeinde mitteilte. Verletzt wurde niemand, zwei Häuser wurden geräumt."
    ),
    Copy(
      language: "French",
      agency:
        "La mairie de Saint-Auvert a annoncé mardi qu’elle rachetait la dernière boulangerie du village, fermée depuis l’automne, afin d’y installer un jeune couple venu de la vallée voisine.",
      outlet:
        "La mairie de Saint-Auvert a annoncé mercredi qu'elle rachetait la dernière boulangerie du village, fermée depuis l'automne, afin d'y installer un jeune couple venu de la vallée voisine."
    ),
    Copy(
      language: "Spanish",
      agency:
        "El ayuntamiento de Valdeoro aprobó este martes un plan para plantar mil doscientos almendros en las laderas que ardieron el verano pasado, con la ayuda de vecinos y escolares.",
      outlet:
        "El ayuntamiento de Valdeoro aprobó este lunes un plan para plantar mil doscientos almendros en las laderas que ardieron el verano pasado, con la ayuda de vecinos y escolares."
    ),
    Copy(
      language: "Turkish",
      agency:
        "IŞIKLI BELEDİYESİ KIŞ HAZIRLIĞI İÇİN YENİ BİR ISITMA MERKEZİ AÇTI. Belediye başkanı, açılışta yaptığı konuşmada merkezin ilk ayda üç yüz haneye sıcak su vereceğini ve kıyı mahallelerine de uzanacağını söyledi.",
      outlet:
        "Işıklı Belediyesi kış hazırlığı için yeni bir ısıtma merkezi açtı. Belediye başkanı, açılışta yaptığı konuşmada merkezin ilk ayda üç yüz haneye sıcak su vereceğini ve kıyı mahallelerine de uzanacağını söyledi."
    ),
    Copy(
      language: "Russian",
      agency:
        "Городской совет Северной Пристани во вторник решил закрыть старый мост через реку на восемь недель, после того как инженеры нашли трещины в опорах. Автобусы пойдут в объезд через Заречье.",
      outlet:
        "ГОРОДСКОЙ СОВЕТ Северной Пристани в среду решил закрыть старый мост через реку на восемь недель, после того как инженеры нашли трещины в опорах. Автобусы пойдут в объезд через Заречье."
    ),
    Copy(
      language: "Arabic",
      agency:
        "أَعْلَنَتْ بَلَدِيَّةُ وادي الرمان يوم الثلاثاء إغلاق الجسر القديم أمام المركبات مدة ثمانية أسابيع بعد أن عثر المهندسون على شقوق في دعاماته الشمالية",
      outlet:
        "أعلنت بلديـــة وادي الرمان يوم الثلاثاء إغلاق الجســـر القديم أمام المركبات مدة ستة أسابيع بعد أن عثر المهندسون على شقوق في دعاماته الشمالية"
    ),
    Copy(
      language: "Urdu",
      agency:
        "چناب نگر کی بلدیہ نے منگل کے روز اعلان کیا کہ پرانا پل آٹھ ہفتوں کے لیے گاڑیوں پر بند رہے گا کیونکہ انجینئروں کو اس کے ستونوں میں دراڑیں ملی ہیں",
      outlet:
        "چناب نگر كي بلديہ نے منگل کے روز اعلان کیا کہ پرانا پل چھ ہفتوں کے لیے گاڑیوں پر بند رہے گا کیونکہ انجینئروں کو اس کے ستونوں میں دراڑیں ملی ہیں"
    ),
    Copy(
      language: "Chinese",
      agency: "安河市政府周二宣布，由于工程师在桥墩上发现裂缝，横跨安河的旧大桥将关闭八周进行维修，公交车将改道经由东岸行驶，渡轮班次也会增加。",
      outlet: "安河市政府周三宣布，由于工程师在桥墩上发现裂缝，横跨安河的旧大桥将关闭八周进行维修，公交车将改道经由东岸行驶，渡轮班次也会增加。"),
    Copy(
      language: "Japanese",
      agency: "青波市は火曜日、技術者が橋脚にひび割れを見つけたため、川にかかる古い橋を八週間通行止めにして修理すると発表した。バスは東岸を回り、フェリーの便数も増やすという。",
      outlet: "青波市は水曜日、技術者が橋脚にひび割れを見つけたため、川にかかる古い橋を八週間通行止めにして修理すると発表した。ﾊﾞｽは東岸を回り、フェリーの便数も増やすという。"),
    Copy(
      language: "Thai",
      agency:
        "เทศบาลเมืองท่าน้ำใสประกาศเมื่อวันอังคารว่าจะปิดสะพานเก่าข้ามแม่น้ำเป็นเวลาแปดสัปดาห์เพื่อซ่อมแซม หลังจากวิศวกรพบรอยร้าวที่เสาตอม่อด้านเหนือ",
      outlet:
        "เทศบาลเมืองท่าน้ำใสประกาศเมื่อวันพุธว่าจะปิดสะพานเก่าข้ามแม่น้ำเป็นเวลาแปดสัปดาห์เพื่อซ่อมแซม หลังจากวิศวกรพบรอยร้าวที่เสาตอม่อด้านเหนือ"
    ),
  ]
}
