// Arabic vowel signs and tatweel, Hebrew points, and the accents of Latin, Greek and Cyrillic. Not all of \p{M}: the vowel signs of Hindi
// and Thai are marks as well, and a word without them is another word.
const accents = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;

/**
 * Returns a text in the form in which words are compared: without case, width, accents, invisible characters, punctuation and emoji, with
 * single spaces between words.
 *
 * @example
 * normalizeText('¡ＳＴＯＰ! 🛑'); // 'stop'
 * normalizeText('ABONELİKTEN ÇIK'); // 'abonelikten cik'
 */
export const normalizeText = (text: string): string =>
  plain.test(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : normalizeAny(text);

// Most texts have nothing but these, of which only case, blanks, punctuation and symbols do not count.
const plain = /^[ -~]*$/;

const normalizeAny = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\ufe0f]/gu, '')
    // Not toLocaleLowerCase: on a Turkish host it turns QUIT into quıt.
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replaceAll('đ', 'd')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
