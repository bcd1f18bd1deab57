/** What may be sent outside the 24 hours after a driver's last message. */
import { defineTemplate } from 'wabakit/templates';

export const shiftNoticeEn = defineTemplate({
  name: 'shift_notice',
  language: 'en',
  category: 'utility',
  body: {
    text: 'Notice from dispatch to drivers: {{notice}}\nAnswer here if you need help.',
    example: { notice: 'Calzada de Tlalpan is closed until 15:00.' },
  },
});

export const shiftNoticeEs = defineTemplate({
  name: 'shift_notice',
  language: 'es',
  category: 'utility',
  body: {
    text: 'Aviso de la central para conductores: {{notice}}\nResponde aquí si necesitas ayuda.',
    example: { notice: 'Calzada de Tlalpan cerrada hasta las 15:00.' },
  },
});

/** A notice to a driver, by language. */
export const shiftNotice = { en: shiftNoticeEn, es: shiftNoticeEs };
