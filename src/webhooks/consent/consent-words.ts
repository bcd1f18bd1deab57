// DATA. The words by which people stop and resume marketing messages, by language. Gathered 2026-11-28.
// Source: `vendors` where the main words are in the lists of Twilio, Telnyx, AWS, Braze, Sinch, Wati and Aivo, of the FCC (USA), or in the
// rules and practice of İYS (Turkey), section 30A (Israel), Decree 91/2020 (Vietnam) and Chinese and Korean SMS. Confidence: high for these,
// medium for the other words. `language knowledge`: no published list was found, native speakers did not check it. Confidence: low.
//
// A word that is also a common label of a button or a noun of trade (to decline, to refuse a parcel, to register, a subscription) is never
// in `stop` or `resume`, whatever list it stands in. Left out on purpose: answers (yes, no) and menu words (voltar, volver), which would
// undo a stop or make one without meaning it, and single letters except R and T, which Chinese promotions ask for.

/** The words of one language. Words are separated by commas; case, accents and punctuation do not matter. */
export interface LanguageWords {
  /** BCP 47. */
  readonly language: string;
  readonly source: 'vendors' | 'language knowledge';
  /** Nothing else can be meant. */
  readonly stop: string;
  /** Has everyday meanings as well: to cancel an order, to leave a menu, to end a contract. */
  readonly maybeStop: string;
  /** Asks for the messages in so many words. */
  readonly resume?: string;
  /** Takes an earlier word back, and is also a greeting or the name of a menu. */
  readonly undoStop: string;
}

/** Every language, always on: people mix them. */
export const consentWords: readonly LanguageWords[] = [
  {
    language: 'en',
    source: 'vendors',
    stop: 'stop, stopall, stop all, unsubscribe, unsubscribe me, opt out, optout, revoke, stop promotions, stop marketing',
    maybeStop: 'cancel, end, quit, remove, remove me, leave me alone',
    resume: 'unstop, subscribe, opt in, optin, resume promotions',
    undoStop: 'start, resume, join',
  },
  {
    language: 'es',
    source: 'vendors',
    stop: 'baja, darme de baja, dar de baja, desuscribir, desuscribirme, no más mensajes',
    maybeStop: 'salir, detener, parar, cancelar, alto, fin, basta',
    resume: 'suscribir, suscribirme',
    undoStop: 'alta, recibir, iniciar',
  },
  {
    language: 'pt-BR',
    source: 'vendors',
    stop: 'descadastrar, descadastre, sair da lista, pare, não quero receber',
    maybeStop: 'sair, parar, cancelar, remover',
    resume: 'quero receber',
    undoStop: 'assinar, cadastrar, receber, iniciar',
  },
  {
    language: 'pt-PT',
    source: 'language knowledge',
    stop: 'anular subscrição, cancelar subscrição, remover subscrição',
    maybeStop: 'sair, parar, remover, cancelar',
    resume: 'subscrever',
    undoStop: 'iniciar',
  },
  {
    language: 'fr',
    source: 'vendors',
    stop: 'arrêt, arrête, arrett, désabonner, me désabonner, désinscription, désinscrire',
    maybeStop: 'fin, annuler, quitter, td',
    resume: "abonner, m'abonner, réabonner",
    undoStop: 'reprendre',
  },
  {
    language: 'de',
    source: 'language knowledge',
    stop: 'stopp, abmelden, abbestellen, austragen, newsletter abmelden',
    maybeStop: 'ende, abbrechen, kündigen, stornieren',
    resume: 'abonnieren, newsletter anmelden',
    undoStop: 'anmelden',
  },
  {
    language: 'it',
    source: 'language knowledge',
    stop: 'disiscrivi, disiscrivimi, annulla iscrizione, cancellami dalla lista, rimuovimi',
    maybeStop: 'annulla, cancella, fine, esci, basta',
    resume: 'iscrivi, iscrivimi',
    undoStop: 'riprendi',
  },
  {
    language: 'nl',
    source: 'language knowledge',
    stop: 'afmelden, uitschrijven, meld me af',
    maybeStop: 'einde, annuleren, opzeggen, stoppen',
    resume: 'inschrijven, abonneren',
    undoStop: 'aanmelden',
  },
  {
    language: 'id',
    source: 'language knowledge',
    stop: 'berhenti berlangganan, unreg, stop promo',
    maybeStop: 'berhenti, batal, keluar, jangan',
    resume: 'berlangganan',
    undoStop: 'reg, mulai',
  },
  {
    language: 'ms',
    source: 'language knowledge',
    stop: 'henti langganan, berhenti langgan, stop promosi',
    maybeStop: 'berhenti, batal, keluar',
    resume: 'langgan',
    undoStop: 'mula',
  },
  {
    language: 'hi',
    source: 'language knowledge',
    stop: 'बंद करो, बंद करें, संदेश बंद करें, स्टॉप, सदस्यता समाप्त, band karo, band karen, band kare, message mat bhejo, mat bhejo',
    maybeStop: 'बंद, रुको, रद्द करें, band, ruko, bas',
    resume: 'सदस्यता लें, subscribe karo',
    undoStop: 'शुरू, शुरू करें, chalu karo, shuru, shuru karo',
  },
  {
    language: 'ar',
    source: 'language knowledge',
    stop: 'إلغاء الاشتراك, إيقاف الرسائل, أوقف الرسائل, ستوب',
    maybeStop: 'إلغاء, إيقاف, توقف, قف',
    resume: 'اشترك',
    undoStop: 'اشتراك, ابدأ',
  },
  {
    language: 'ru',
    source: 'language knowledge',
    stop: 'стоп, отписаться, отписка, отпишите, отписаться от рассылки, не присылать',
    maybeStop: 'отмена, хватит, стой, отменить',
    resume: 'подписаться',
    undoStop: 'подписка, старт',
  },
  {
    language: 'uk',
    source: 'language knowledge',
    stop: 'стоп, відписатися, відписка, відпишіть',
    maybeStop: 'скасувати, відміна, досить',
    resume: 'підписатися',
    undoStop: 'підписка, старт',
  },
  {
    language: 'tr',
    source: 'vendors',
    stop: 'ret, abonelikten çık, listeden çık, mesaj gönderme',
    maybeStop: 'iptal, dur, çık, reddet',
    resume: 'abone ol',
    undoStop: 'başla',
  },
  {
    language: 'pl',
    source: 'language knowledge',
    stop: 'wypisz, wypisz mnie, anuluj subskrypcję',
    maybeStop: 'anuluj, koniec, rezygnuję, wypis',
    resume: 'zapisz mnie, subskrybuj',
    undoStop: 'wznów',
  },
  {
    language: 'he',
    source: 'vendors',
    stop: 'הסר, הסרה, הסר אותי, הסירו אותי',
    maybeStop: 'הפסק, עצור, בטל, די',
    undoStop: 'הרשמה, הצטרפות, התחל',
  },
  {
    language: 'zh',
    source: 'vendors',
    stop: '退订, 退訂, 取消订阅, 取消訂閱',
    maybeStop: '停止, 取消, 不要, 拒收, r, t, td',
    resume: '订阅, 訂閱',
    undoStop: '开始, 開始',
  },
  {
    language: 'ja',
    source: 'language knowledge',
    stop: '配信停止, 配信停止希望, 登録解除, ストップ',
    maybeStop: '停止, 解除, 退会, 中止, キャンセル',
    resume: '配信再開, 購読',
    undoStop: '登録, 開始',
  },
  {
    language: 'ko',
    source: 'vendors',
    stop: '수신거부, 수신 거부, 무료수신거부, 구독취소, 구독 취소',
    maybeStop: '중지, 그만, 취소, 해지, 거부',
    resume: '수신동의, 수신 동의',
    undoStop: '구독, 시작',
  },
  {
    language: 'vi',
    source: 'vendors',
    stop: 'hủy đăng ký',
    maybeStop: 'từ chối, tc, dừng, hủy, ngừng',
    undoStop: 'đăng ký, bắt đầu',
  },
  {
    language: 'th',
    source: 'language knowledge',
    stop: 'ยกเลิกการสมัคร, ยกเลิกรับข่าวสาร, เลิกรับข่าวสาร',
    maybeStop: 'หยุด, ยกเลิก, เลิก',
    resume: 'สมัครรับข่าวสาร',
    undoStop: 'สมัคร, เริ่ม',
  },
];

/** What may stand before or after a word without changing it. */
export const courtesies =
  'please, pls, plz, thanks, thank you, thx, por favor, gracias, obrigado, obrigada, merci, svp, s’il vous plaît, bitte, danke, per favore, ' +
  'grazie, alstublieft, bedankt, dank u, tolong, terima kasih, कृपया, धन्यवाद, من فضلك, شكرا, пожалуйста, спасибо, будь ласка, дякую, lütfen, ' +
  'teşekkürler, proszę, dziękuję, בבקשה, תודה, 请, 請, 谢谢, 謝謝, お願いします, ありがとう, 감사합니다, cảm ơn, ขอบคุณ, กรุณา';
