import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentWords, courtesies } from '../../../src/webhooks/consent/consent-words.ts';
import {
  createConsentWordMatcher,
  listConsentWords,
} from '../../../src/webhooks/consent/match-consent-word.ts';
import { normalizeText } from '../../../src/webhooks/consent/normalize-text.ts';

const match = createConsentWordMatcher();

test('default', () => {
  expect(match('STOP')).toEqual({ word: 'stop', choice: 'stop' });
  expect(match('Where is my order?')).toBeUndefined();
});

test.each([
  ['STOP.', 'stop', 'stop'],
  ['Stop!', 'stop', 'stop'],
  ['stop all', 'stop all', 'stop'],
  ['OPT OUT', 'opt out', 'stop'],
  ['opt-out', 'opt out', 'stop'],
  ['Unsubscribe me', 'unsubscribe me', 'stop'],
  ['revoke', 'revoke', 'stop'],
  ['ＳＴＯＰ', 'stop', 'stop'],
  ['STOP\u200b', 'stop', 'stop'],
  ['stop stop', 'stop', 'stop'],
  ['STOP STOP STOP!!!', 'stop', 'stop'],
  ['Stop. Thank you', 'stop', 'stop'],
  ['STOP PLEASE', 'stop', 'stop'],
  ['please stop', 'stop', 'stop'],
  ['Baja, por favor', 'baja', 'stop'],
  ['arrêt', 'arrêt', 'stop'],
  ['ARRET svp', 'arrêt', 'stop'],
  ['Stopp', 'stopp', 'stop'],
  ['Bitte abmelden, danke!', 'abmelden', 'stop'],
  ['СТОП', 'стоп', 'stop'],
  ['Отписаться, пожалуйста', 'отписаться', 'stop'],
  ['RET', 'ret', 'stop'],
  ['ABONELİKTEN ÇIK', 'abonelikten çık', 'stop'],
  ['הסר', 'הסר', 'stop'],
  ['إلغاء الإشتراك', 'إلغاء الاشتراك', 'stop'],
  ['बंद करो', 'बंद करो', 'stop'],
  ['ยกเลิกรับข่าวสาร', 'ยกเลิกรับข่าวสาร', 'stop'],
  ['退订，谢谢', '退订', 'stop'],
  ['수신 거부', '수신 거부', 'stop'],
  ['CANCEL', 'cancel', 'maybe_stop'],
  ['QUIT', 'quit', 'maybe_stop'],
  ['End.', 'end', 'maybe_stop'],
  ['sair', 'sair', 'maybe_stop'],
  ['Salir', 'salir', 'maybe_stop'],
  ['İptal', 'iptal', 'maybe_stop'],
  ['отмена', 'отмена', 'maybe_stop'],
  ['キャンセル', 'キャンセル', 'maybe_stop'],
  ['TD', 'td', 'maybe_stop'],
  ['subscribe', 'subscribe', 'resume'],
  ['Opt in', 'opt in', 'resume'],
  ['Quero receber!', 'quero receber', 'resume'],
  ['Start', 'start', 'undo_stop'],
  ['старт', 'старт', 'undo_stop'],
  ['Başla', 'başla', 'undo_stop'],
])('behavior: %j is the word %j and means %s', (text, word, choice) => {
  expect(match(text)).toEqual({ word: expect.any(String) as string, choice });
  expect(normalizeText(match(text)?.word ?? '')).toBe(normalizeText(word));
});

test.each([
  'stop it',
  'bus stop?',
  'non-stop',
  "don't stop",
  's t o p',
  'STOP 12345',
  'stop2',
  'We have got to STOP this bill',
  'please cancel my order',
  'please stop the 9 o’clock reminders',
  'unstoppable',
  'Thank you',
  'please',
  'yes',
  'no',
  'nein',
  'нет',
  'لا',
  'да',
  'voltar',
  'n',
  '1',
  '',
  ' ',
  '🛑',
])('behavior: %j is no word', (text) => {
  expect(match(text)).toBeUndefined();
});

test('behavior: a text of 40 characters may be a word, one of 41 is none; blanks around it do not count', () => {
  expect(match(`stop${'!'.repeat(36)}`)).toMatchObject({ choice: 'stop' });
  expect(match(`stop${'!'.repeat(37)}`)).toBeUndefined();
  expect(match(`${' '.repeat(50)}stop${'\n'.repeat(50)}`)).toMatchObject({ choice: 'stop' });
});

test('args: words of your own win over the lists, and none takes one out', () => {
  const own = createConsentWordMatcher({ SAIR: 'stop', baja: 'maybe_stop', start: 'none', Chega: 'stop' });
  expect(own('sair!')).toEqual({ word: 'SAIR', choice: 'stop' });
  expect(own('BAJA')).toEqual({ word: 'baja', choice: 'maybe_stop' });
  expect(own('Start')).toBeUndefined();
  expect(own('chega, por favor')).toEqual({ word: 'Chega', choice: 'stop' });
  expect(own('stop')).toEqual({ word: 'stop', choice: 'stop' });
});

test('behavior: every word of the lists is found, alone and in each spelling of a hurry', () => {
  const words = listConsentWords();
  expect(words.length).toBeGreaterThan(250);
  for (const { word, choice } of words)
    for (const text of [
      word,
      word.toUpperCase(),
      `${word}.`,
      `${word}!!!`,
      `«${word}»`,
      word.normalize('NFD'),
    ])
      expect(match(text), text).toMatchObject({ choice });
});

test('behavior: no word means two things, whatever its language', () => {
  const choices = new Map<string, Set<string>>();
  for (const { word, choice } of listConsentWords()) {
    const key = normalizeText(word);
    choices.set(key, (choices.get(key) ?? new Set()).add(choice));
  }
  expect([...choices].filter(([, ways]) => ways.size > 1)).toEqual([]);
});

test('behavior: no word is empty, too long, or part of a courtesy', () => {
  const polite = new Set(courtesies.split(', ').map(normalizeText));
  expect(polite.size).toBeGreaterThan(30);
  for (const { word } of listConsentWords()) {
    expect(normalizeText(word), word).not.toBe('');
    expect(word.length, word).toBeLessThanOrEqual(40);
    expect(polite.has(normalizeText(word)), word).toBe(false);
  }
});

test('behavior: every language has words to stop, a source and its own entry', () => {
  const languages = consentWords.map(({ language }) => language);
  expect(new Set(languages).size).toBe(languages.length);
  for (const required of [
    'en',
    'es',
    'pt-BR',
    'fr',
    'de',
    'it',
    'nl',
    'id',
    'ms',
    'hi',
    'ar',
    'ru',
    'uk',
    'tr',
    'pl',
  ])
    expect(languages).toContain(required);
  for (const required of ['he', 'zh', 'ja', 'ko', 'vi', 'th']) expect(languages).toContain(required);
  for (const { language, stop } of consentWords) expect(stop, language).not.toBe('');
});

test('behavior: a word inside a longer text is never found, and no text throws', () => {
  const rest = fc.string({ minLength: 1, unit: fc.constantFrom('x', 'ж', '7', '字') });
  const word = fc.constantFrom(...listConsentWords().map((one) => one.word));
  fc.assert(
    fc.property(word, rest, (one, more) => {
      expect(match(`${more}7 ${one}`)).toBeUndefined();
      expect(match(`${one} ${more}7`)).toBeUndefined();
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void match(text)));
});
