// DATA. What Meta writes into authentication templates. Source: Meta, "Template previews" (2025-11-04): its example reply for en_US and
// es_ES. Confidence: high for these two; for other languages Meta's text is not known here (ask previewTemplates for it).

/** Meta's words in an authentication template. `{{1}}` stands for the code, `{{minutes}}` for its life. */
export interface AuthenticationTexts {
  readonly body: string;
  readonly securityRecommendation: string;
  readonly expiration: string;
  readonly copyCode: string;
  readonly autofill: string;
}

const english: AuthenticationTexts = {
  body: '*{{1}}* is your verification code.',
  securityRecommendation: 'For your security, do not share this code.',
  expiration: 'This code expires in {{minutes}} minutes.',
  copyCode: 'Copy code',
  autofill: 'Autofill',
};

const spanish: AuthenticationTexts = {
  body: 'Tu código de verificación es *{{1}}*.',
  securityRecommendation: 'Por tu seguridad, no lo compartas.',
  expiration: 'Este código caduca en {{minutes}} minutos.',
  copyCode: 'Copiar código',
  autofill: 'Autocompletar',
};

/** Meta's words in a language, and whether they stand in for a language that is not known here. */
export function authenticationTexts(language: string): {
  readonly texts: AuthenticationTexts;
  readonly approximate: boolean;
} {
  if (language === 'es' || language.startsWith('es_')) return { texts: spanish, approximate: false };
  return { texts: english, approximate: language !== 'en' && !language.startsWith('en_') };
}
