/** What the bot says, in English and in Hindi. */
import type { BotTexts } from 'wabakit/bot';
import type { Language } from './data.ts';

const en = {
  menu: 'Welcome to Neem Tree Travel. I am an automatic assistant; write "person" for a colleague. What shall I look up?',
  pnr: 'PNR status',
  bus: 'Bus times',
  otherLanguage: 'हिन्दी',
  spoken: 'From now on I write English.',
  askPnr: 'Which PNR? Ten digits, at the top left of the ticket.',
  wrongPnr: 'I found no booking with that PNR. It has ten digits; spaces and dashes do not matter.',
  from: 'From',
  boarding: 'boarding at',
  to: 'to',
  travelClass: 'Class',
  quota: 'quota',
  charted: 'Chart prepared.',
  notCharted: 'Chart not prepared.',
  rac: 'RAC: may board, and shares a side lower berth until one is free.',
  waiting: 'WL: on the waiting list; may board only if there is a berth or RAC when the chart is prepared.',
  waited:
    'WL after the chart: this passenger may not board. Write "person", and a colleague looks at the refund.',
  allWaited:
    'All are on the waiting list after the chart: nobody may board. The e-ticket is cancelled by itself, and the fare goes back to where it was paid from.',
  askUpdates:
    'Shall I write to you when a seat or the chart of this trip changes? I keep your contact and this PNR together for that alone, until the trip is over. STOP ends it at once.',
  yes: 'Yes, write to me',
  no: 'No',
  agreed: 'I will write to you. STOP ends it at once.',
  declined: 'All right, I keep nothing of it.',
  follows: 'You get updates of this trip. STOP ends them.',
  stopped: 'You get no more updates.',
  howToStop: 'To end the updates, write STOP.',
  askRoute: 'Which bus?',
  routes: 'Buses',
  leaves: (time: string) => `leaves at ${time}.`,
  askBusUpdates:
    'Shall I write to you if that time changes? I keep your contact and this bus together for that alone, until tomorrow night. STOP ends it at once.',
  person: 'A colleague will answer you here. Until then I am quiet.',
  group:
    'A booking shows who travels, so I look it up only where nobody else reads: please write to me directly.',
  own: {
    stale: 'That was an earlier question.',
    cancelled: 'All right, I have stopped here.',
    changed: 'Sorry, I lost the thread. Please start again.',
    retry: 'Sorry, I did not understand that.',
    gaveUp: 'We do not get further like this.',
  } satisfies BotTexts,
};

/** The texts of a language. */
export type Texts = typeof en;

const hi: Texts = {
  menu: 'नीम ट्री ट्रैवल में आपका स्वागत है। मैं एक स्वचालित सहायक हूँ; किसी सहकर्मी के लिए "इंसान" लिखें। मैं क्या देखूँ?',
  pnr: 'PNR स्थिति',
  bus: 'बस का समय',
  otherLanguage: 'English',
  spoken: 'अब से मैं हिन्दी में लिखूँगा।',
  askPnr: 'कौन सा PNR? टिकट पर सबसे ऊपर बाईं ओर के दस अंक।',
  wrongPnr: 'इस PNR की कोई बुकिंग नहीं मिली। PNR में दस अंक होते हैं; खाली जगह और डैश से फ़र्क नहीं पड़ता।',
  from: 'कहाँ से:',
  boarding: 'चढ़ना:',
  to: 'कहाँ तक:',
  travelClass: 'श्रेणी',
  quota: 'कोटा',
  charted: 'चार्ट बन गया है।',
  notCharted: 'चार्ट अभी नहीं बना।',
  rac: 'RAC: यात्रा कर सकते हैं; बर्थ मिलने तक साइड लोअर बर्थ साझा करनी होगी।',
  waiting: 'WL: प्रतीक्षा सूची में; चार्ट बनने पर बर्थ या RAC मिले, तभी यात्रा कर सकते हैं।',
  waited: 'चार्ट के बाद भी WL: यह यात्री यात्रा नहीं कर सकता। "इंसान" लिखें, सहकर्मी रिफ़ंड देखेंगे।',
  allWaited:
    'चार्ट के बाद भी सभी प्रतीक्षा सूची में हैं: कोई यात्रा नहीं कर सकता। ई-टिकट अपने आप रद्द होता है, और किराया वहीं लौटता है जहाँ से भुगतान हुआ था।',
  askUpdates:
    'क्या इस यात्रा की सीट या चार्ट बदलने पर मैं आपको लिखूँ? केवल इसी के लिए मैं आपका संपर्क और यह PNR यात्रा पूरी होने तक रखूँगा। STOP लिखते ही यह बंद हो जाएगा।',
  yes: 'हाँ, लिखिए',
  no: 'नहीं',
  agreed: 'मैं आपको लिखूँगा। STOP लिखते ही यह बंद हो जाएगा।',
  declined: 'ठीक है, मैं कुछ नहीं रखूँगा।',
  follows: 'आपको इस यात्रा की सूचना मिलती है। बंद करने के लिए STOP लिखें।',
  stopped: 'अब आपको कोई सूचना नहीं मिलेगी।',
  howToStop: 'सूचना बंद करने के लिए STOP लिखें।',
  askRoute: 'कौन सी बस?',
  routes: 'बसें',
  leaves: (time) => `${time} बजे चलती है।`,
  askBusUpdates:
    'क्या यह समय बदलने पर मैं आपको लिखूँ? केवल इसी के लिए मैं आपका संपर्क और यह बस कल रात तक रखूँगा। STOP लिखते ही यह बंद हो जाएगा।',
  person: 'एक सहकर्मी आपको यहीं उत्तर देंगे। तब तक मैं चुप रहूँगा।',
  group: 'बुकिंग में यात्रियों के नाम होते हैं, इसलिए मैं उसे यहाँ नहीं दिखाता: कृपया मुझे सीधे लिखें।',
  own: {
    stale: 'यह पिछला सवाल था।',
    cancelled: 'ठीक है, मैं यहीं रुकता हूँ।',
    changed: 'माफ़ कीजिए, बात बीच में टूट गई। कृपया फिर से शुरू करें।',
    retry: 'माफ़ कीजिए, मैं समझा नहीं।',
    gaveUp: 'ऐसे हम आगे नहीं बढ़ पाएँगे।',
  },
};

/** The texts by language. */
export const texts: Readonly<Record<Language, Texts>> = { en, hi };

/** The language of somebody's first words. */
export const guessLanguage = (words: string): Language =>
  /\p{Script=Devanagari}/u.test(words) ? 'hi' : 'en';
