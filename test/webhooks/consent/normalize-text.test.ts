import { expect, test } from 'vitest';
import { normalizeText } from '../../../src/webhooks/consent/normalize-text.ts';

test('default', () => {
  expect(normalizeText('  Stop, PLEASE! ')).toBe('stop please');
});

test.each([
  ['ＳＴＯＰ', 'stop'],
  ['S\u200bT\u200dO\u2060P', 'stop'],
  ['\u202eSTOP\u202c', 'stop'],
  ['STOP 🛑', 'stop'],
  ['🛑🏽 STOP ❤️', 'stop'],
  ['opt-out', 'opt out'],
  ['OPT_OUT', 'opt out'],
  ['¡Baja!', 'baja'],
  ['ARRÊT', 'arret'],
  ['arre\u0302t', 'arret'],
  ['İPTAL', 'iptal'],
  ['IPTAL', 'iptal'],
  ['ıptal', 'iptal'],
  ['QUIT', 'quit'],
  ['Hủy Đăng Ký', 'huy dang ky'],
  ['إِلْغَاء', 'الغاء'],
  ['الـــغاء', 'الغاء'],
  ['הָסֵר', 'הסר'],
  ['СТОП.', 'стоп'],
  ['退订！', '退订'],
  ['ｽﾄｯﾌﾟ', 'ストップ'],
  ['수신 거부', '수신 거부'],
])('behavior: %j is compared as %j', (text, normal) => {
  expect(normalizeText(text)).toBe(normal);
});

test('behavior: the vowel signs of Hindi and Thai stay', () => {
  expect(normalizeText('बंद करें।')).toBe('बंद करें');
  expect(normalizeText('หยุด')).toBe('หยุด');
  expect(normalizeText('เลิก')).not.toBe(normalizeText('เลก'));
  expect(normalizeText('रुको')).not.toBe(normalizeText('रक'));
});

test('behavior: composed and decomposed forms of every script agree', () => {
  for (const word of [
    'désabonner',
    'संदेश बंद करें',
    'ยกเลิก',
    '配信停止',
    'ガイド',
    '수신거부',
    'відписатися',
    'hủy',
  ])
    expect(normalizeText(word.normalize('NFD'))).toBe(normalizeText(word.normalize('NFC')));
});

test('behavior: nothing is left of a text without letters and digits', () => {
  expect(['', '   ', '!!!', '🛑', '\u200b'].map(normalizeText)).toEqual(['', '', '', '', '']);
});
