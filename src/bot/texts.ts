/**
 * What a bot says of its own accord. Give a function to choose by user or language.
 *
 * @beta
 */
export interface BotTexts {
  /** The user tapped a button of an earlier question. */
  readonly stale: string;
  /** The user left a dialogue by a word. */
  readonly cancelled: string;
  /** A dialogue cannot go on: its version changed without `migrate`, or what was stored cannot be read. */
  readonly changed: string;
  /** An answer cannot be used. A question with `retry` says that instead. */
  readonly retry: string;
  /** The last attempt to answer a question cannot be used; the dialogue is over. `human` is called next. */
  readonly gaveUp: string;
  /** A sweep closed a dialogue whose user was silent for too long. Sent only while the window is open. Default: nothing is said. */
  readonly expired?: string | undefined;
}

/** What a bot says by default. */
export const defaultTexts: BotTexts = {
  stale: 'That was an earlier question.',
  cancelled: 'All right, I have stopped here.',
  changed: 'Sorry, I lost the thread. Please start again.',
  retry: 'Sorry, I did not understand that.',
  gaveUp: 'Sorry, I still do not understand.',
};

// DATA. The words by which people ask for a person. Source: language knowledge, gathered 2026-11-28; native speakers did not check it. Confidence: low.
const humanWordsByLanguage: Readonly<Record<string, string>> = {
  en: 'human, agent, operator, person, live agent, talk to a human, talk to a person, talk to an agent, speak to a human, customer service',
  es: 'humano, persona, operador, operadora, agente, asesor, asesora, hablar con una persona, hablar con un agente',
  pt: 'pessoa, atendente, falar com uma pessoa, falar com atendente, falar com um atendente',
  fr: 'humain, conseiller, conseillère, parler à un conseiller',
  de: 'mensch, mitarbeiter, mitarbeiterin, berater, mit einem menschen sprechen',
  it: 'persona, operatore, parlare con un operatore, parlare con una persona',
  nl: 'mens, medewerker, iemand spreken, met een medewerker spreken',
  ru: 'человек, оператор, позовите оператора, соедините с оператором, живой человек',
  id: 'manusia, operator, petugas, bicara dengan petugas, bicara dengan manusia, customer service',
  hi: 'इंसान, एजेंट, किसी से बात करनी है',
  ar: 'موظف, انسان, خدمة العملاء',
  tr: 'temsilci, müşteri temsilcisi, insan',
};

/** The words by which people ask for a person, in 12 languages. */
export const humanWords: readonly string[] = Object.values(humanWordsByLanguage).flatMap((list) =>
  list.split(', '),
);
