/** The template that brings a customer back once the customer service window has closed. Meta reviews each language on its own. */
import { defineTemplate } from 'wabakit/templates';

export const answerReadyEn = defineTemplate({
  name: 'answer_ready',
  language: 'en',
  category: 'utility',
  body: {
    text: 'We can answer your request {{number}} ({{topic}}) now. Tap the button, and a person from our desk goes on here.',
    example: { number: '17', topic: 'Early repayment' },
  },
  footer: { text: 'Caspian Bank. STOP ends these messages.' },
  buttons: [{ type: 'quick_reply', text: 'I am here' }],
});

export const answerReadyRu = defineTemplate({
  name: 'answer_ready',
  language: 'ru',
  category: 'utility',
  body: {
    text: 'Мы готовы ответить на вашу заявку {{number}} ({{topic}}). Нажмите кнопку, и сотрудник продолжит здесь.',
    example: { number: '17', topic: 'Досрочное погашение' },
  },
  footer: { text: 'Caspian Bank. СТОП отменяет эти сообщения.' },
  buttons: [{ type: 'quick_reply', text: 'Я здесь' }],
});

export const answerReady = { en: answerReadyEn, ru: answerReadyRu };
