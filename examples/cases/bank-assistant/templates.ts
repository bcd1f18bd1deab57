/** The one template: a safety notice, for those who asked for it. It does not name the OTP: Meta would take it for a template with a code. */
import { defineTemplate } from 'wabakit/templates';

export const safetyNoticeEn = defineTemplate({
  name: 'merdu_safety_notice',
  language: 'en',
  category: 'utility',
  body: {
    text: 'The safety notice that you asked for: {{trick}} We never ask for a PIN or a CVV. Write STOP to end these notices.',
    example: { trick: 'Swindlers send a parcel invoice as an app. Do not install it.' },
  },
  footer: { text: 'Bank Merdu' },
});

export const safetyNoticeId = defineTemplate({
  name: 'merdu_safety_notice',
  language: 'id',
  category: 'utility',
  body: {
    text: 'Pemberitahuan keamanan yang Anda minta: {{trick}} Kami tidak pernah meminta PIN atau CVV. Tulis STOP untuk mengakhirinya.',
    example: { trick: 'Penipu mengirim tagihan paket berupa aplikasi. Jangan dipasang.' },
  },
  footer: { text: 'Bank Merdu' },
});
