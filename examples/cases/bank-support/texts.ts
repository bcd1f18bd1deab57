/** What the bank says, in English and Russian. The second language has the shape of the first, so that a missing text does not compile. */

const en = {
  menu: 'How can we help? Choose a department, or write "operator" to reach a person.',
  choose: 'Choose',
  departments: {
    cards: 'Cards',
    accounts: 'Accounts',
    loans: 'Loans',
    fraud: 'Fraud or lost card',
    other: 'Something else',
  },
  topic: 'What is it about?',
  otherTopic: 'Another question',
  helped: 'Does this answer your question?',
  yes: 'Yes, thank you',
  askPerson: 'Ask a person',
  solved: 'Glad to hear it. Write "menu" at any time.',
  details:
    'Please describe it in one message. Leave out card numbers, PIN, CVV and codes from an SMS: we never ask for them.',
  waits: 'Thank you. A person from our desk will answer you here.',
  fraud:
    'Block the card at once: in our app, or by the number on its back, at any hour. A person will answer you here now.',
  closed: (when: string) =>
    `Our desk is closed and opens ${when}. We have your question. May we write to you here once we can answer it, even if that takes more than a day?`,
  agree: 'Yes, write to me',
  disagree: 'No',
  noted: (number: number, when: string) => `Your request has the number ${number}. We answer it ${when}.`,
  closedMenu: (when: string) =>
    `Nobody is at the desk now; it opens ${when}. Choose a department to leave your question. For a lost card we are here at any hour.`,
  redirected: (department: string) => `The department "${department}" will answer you here.`,
  rate: 'Did we help you well? Please rate our answer.',
  rated: 'Thank you for your rating.',
  secret:
    'Please never send a card number, PIN, CVV or code: nobody at our bank asks for them. We did not keep your message; please delete it from this chat.',
  stopped: 'We will not write to you of our own accord any more. You can still write to us.',
  opens: (day: number, hour: number) =>
    `on ${['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][day] ?? ''} at ${hour}:00`,
  bot: {
    stale: 'That was an earlier question.',
    cancelled: 'All right, we stop here. Write "menu" to start again.',
    changed: 'Sorry, something has changed here. Write "menu" to start again.',
    retry: 'Sorry, I did not understand that.',
    gaveUp: 'Sorry, I still do not understand.',
  },
};

/** The texts of one language. */
export type Texts = typeof en;
export type Department = keyof Texts['departments'];

const ru: Texts = {
  menu: 'Чем помочь? Выберите отдел или напишите «оператор», чтобы ответил человек.',
  choose: 'Выбрать',
  departments: {
    cards: 'Карты',
    accounts: 'Счета',
    loans: 'Кредиты',
    fraud: 'Мошенники, утеря карты',
    other: 'Другое',
  },
  topic: 'О чём ваш вопрос?',
  otherTopic: 'Другой вопрос',
  helped: 'Это ответ на ваш вопрос?',
  yes: 'Да, спасибо',
  askPerson: 'Спросить человека',
  solved: 'Рады помочь. Напишите «меню», если что-то понадобится.',
  details:
    'Опишите вопрос одним сообщением. Не пишите номер карты, ПИН, CVV и коды из СМС: мы их никогда не спрашиваем.',
  waits: 'Спасибо. Вам ответит сотрудник, здесь же.',
  fraud:
    'Сразу заблокируйте карту: в приложении или по телефону на её обороте, круглосуточно. Сотрудник ответит вам здесь прямо сейчас.',
  closed: (when) =>
    `Сейчас мы закрыты и откроемся ${when}. Вопрос у нас. Можно написать вам сюда, когда будет ответ, даже если пройдёт больше суток?`,
  agree: 'Да, напишите',
  disagree: 'Нет',
  noted: (number, when) => `Номер вашей заявки: ${number}. Мы ответим ${when}.`,
  closedMenu: (when) =>
    `Сейчас никого нет, мы откроемся ${when}. Выберите отдел и оставьте вопрос. Об утере карты пишите в любое время.`,
  redirected: (department) => `Вам ответит отдел «${department}».`,
  rate: 'Мы вам помогли? Оцените, пожалуйста, ответ.',
  rated: 'Спасибо за оценку.',
  secret:
    'Никогда не присылайте номер карты, ПИН, CVV и коды: в банке их никто не спрашивает. Мы не сохранили сообщение; удалите его из чата.',
  stopped: 'Мы больше не будем писать вам первыми. Вы по-прежнему можете писать нам.',
  opens: (day, hour) =>
    `${['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'][day] ?? ''} в ${hour}:00`,
  bot: {
    stale: 'Это кнопка прошлого вопроса.',
    cancelled: 'Хорошо, остановимся. Напишите «меню», чтобы начать снова.',
    changed: 'Простите, здесь кое-что изменилось. Напишите «меню», чтобы начать снова.',
    retry: 'Простите, не понимаю.',
    gaveUp: 'Простите, всё ещё не понимаю.',
  },
};

export const texts = { en, ru };
export type Language = keyof typeof texts;

/** The languages as customers call them. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' };

/** Said before a language is known, in both. */
export const greeting =
  'Hello! This is Caspian Bank. A bot answers first, then people. Which language do you prefer?\n\n' +
  'Здравствуйте! Это банк Caspian. Сначала отвечает бот, потом люди. На каком языке вам удобно?';

/** Said once to each member of a group who writes. */
export const groupNotice =
  'We talk about banking in private only: please write to us directly.\nО банковских делах мы говорим только лично: напишите нам напрямую.';

/** Takes the language of a first message from its letters. */
export const guessLanguage = (words: string): Language => (/\p{Script=Cyrillic}/u.test(words) ? 'ru' : 'en');
