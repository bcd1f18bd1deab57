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
