/** DATA. The words by which the matcher knows what a customer wants. */
import type { Language } from './texts.ts';

/** What the assistant can do. A language model has to choose from this list as well. */
export const intents = [
  'greeting',
  'balance',
  'branch',
  'card_blocked',
  'fees',
  'notices',
  'pin_help',
  'about',
  'thanks',
  'off_topic',
  'unsure',
] as const;

export type Intent = (typeof intents)[number];

export const phrases: Readonly<Record<Intent, Readonly<Record<Language, readonly string[]>>>> = {
  greeting: {
    en: ['hello', 'hi', 'good morning', 'good afternoon', 'good evening', 'help', 'menu'],
    id: ['halo', 'hai', 'selamat pagi', 'selamat siang', 'selamat sore', 'selamat malam', 'bantuan'],
  },
  balance: {
    en: ['balance', 'how much money'],
    id: ['saldo', 'sisa uang'],
  },
  branch: {
    en: ['branch', 'branches', 'atm', 'atms', 'nearest', 'near me'],
    id: ['cabang', 'kantor', 'atm', 'terdekat'],
  },
  card_blocked: {
    en: [
      'card blocked',
      'card is blocked',
      'card was blocked',
      'block my card',
      'blocked card',
      'lost my card',
      'card is lost',
      'card lost',
      'lost card',
      'card stolen',
      'card was stolen',
      'stole my card',
    ],
    id: [
      'kartu diblokir',
      'kartu saya diblokir',
      'kartu terblokir',
      'kartu saya terblokir',
      'blokir kartu',
      'kartu hilang',
      'kartu saya hilang',
      'kartu atm saya hilang',
      'kartu dicuri',
      'kartu saya dicuri',
      'kartu tertelan',
      'kartu saya tertelan',
    ],
  },
  fees: {
    en: ['fee', 'fees', 'charges'],
    id: ['biaya', 'tarif'],
  },
  notices: {
    en: ['warn me', 'notices', 'alerts'],
    id: ['peringatan', 'pemberitahuan', 'beri tahu saya'],
  },
  pin_help: {
    en: ['pin', 'otp', 'cvv', 'password'],
    id: ['pin', 'otp', 'cvv', 'kata sandi'],
  },
  about: {
    en: ['are you a robot', 'are you a bot', 'are you human', 'are you a human', 'who are you'],
    id: ['kamu robot', 'anda robot', 'ini robot', 'ini bot', 'siapa kamu', 'siapa anda'],
  },
  thanks: {
    en: ['thank you', 'thanks'],
    id: ['terima kasih', 'makasih'],
  },
  off_topic: {
    en: ['poem', 'joke', 'story', 'weather', 'recipe', 'homework', 'translate'],
    id: ['puisi', 'pantun', 'lelucon', 'cerita', 'cuaca', 'resep', 'terjemahkan'],
  },
  unsure: { en: [], id: [] },
};

/** Words that only tell the language. */
export const languageWords: Readonly<Record<Language, readonly string[]>> = {
  en: ['the', 'is', 'my', 'me', 'please', 'where', 'what', 'how', 'card', 'english'],
  id: ['saya', 'apa', 'di', 'mana', 'berapa', 'tolong', 'kartu', 'mau', 'untuk', 'indonesia'],
};
