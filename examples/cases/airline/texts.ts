/** What the bot says. */
import type { BotTexts } from 'wabakit/bot';
import type { Booking, Flight, Language } from './data.ts';

export const timeOf = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Amsterdam',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

const formatDay = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(date),
  );

const english = {
  bot: {
    stale: 'That was an earlier question.',
    cancelled: 'All right, I have stopped here. "menu" shows what I can do.',
    changed: 'Sorry, I lost the thread. Please start again.',
    retry: 'Sorry, I did not understand that.',
    gaveUp: 'Sorry, I still do not understand.',
  } satisfies BotTexts,
  menu: 'Welcome to Polder Air. I answer automatically; a colleague takes over whenever you write "agent".',
  menuFooter: 'Nederlands? Schrijf "Nederlands".',
  menuInGroup: 'I tell the status of flights here: write "flight". For anything else, write to me directly.',
  flightStatus: 'Flight status',
  myBooking: 'My booking',
  askPerson: 'Ask a person',
  sendUpdates: 'Send me updates',
  person: 'A colleague will answer you here. Meanwhile I keep quiet.',
  notInGroup: 'I do that in a chat of your own only: write to me directly.',

  whichFlight: 'Which flight? The number is on your booking, such as PA605.',
  flightRetry: 'I know no such flight. Write PA and three digits, such as PA605.',
  whichDay: (flight: string) => `When does ${flight} leave?`,
  today: 'Today',
  tomorrow: 'Tomorrow',
  anotherDay: 'Another day',
  whichDate: 'Which day? Write 5-11 for 5 November.',
  dateRetry: 'Please write day and month in digits, such as 5-11.',
  day: (date: string) => formatDay(date, 'en-GB'),
  noFlight: (flight: string, day: string) =>
    `I have no times of ${flight} on ${day}. I know the next seven days.`,
  status: ({ number, city, plannedAt, leavesAt, gate }: Flight, day: string) =>
    `${number} to ${city}, ${day}\n` +
    (leavesAt > plannedAt
      ? `Leaves at ${timeOf(leavesAt)} instead of ${timeOf(plannedAt)}, gate ${gate}`
      : `Leaves on time at ${timeOf(leavesAt)}, gate ${gate}`),

  whichLocator: 'Which booking? Write its code, the six letters and digits of your confirmation.',
  locatorRetry: 'A booking code has six letters and digits, such as H3N8LD.',
  whichSurname: 'And the last name on the booking?',
  noBooking: 'I find no booking with this code and name. "booking" tries again, "agent" asks a colleague.',
  booking: ({ locator, name, surname, seat, isCheckedIn }: Booking) =>
    `Booking ${locator}, ${name} ${surname}, seat ${seat}\n` +
    (isCheckedIn ? 'Checked in' : 'Not checked in; possible from 30 hours before departure'),
  checkIn: 'Check in',
  checkedIn: ({ seat }: Booking) => `You are checked in, seat ${seat}. Your boarding pass follows.`,
  noCheckIn: 'This booking cannot be checked in here now. "agent" asks a colleague.',

  signUp: 'Please send me updates about my Polder Air flights.',
  chat: 'Flight updates on WhatsApp',
  askConsent:
    'May Polder Air write to you here about your flights: confirmation, check-in, boarding pass, delays, gates? No offers. STOP ends it at any time.',
  yes: 'Yes',
  no: 'No',
  agreed: 'Thank you, I have noted it.',
  declined: 'Fine, I will not write first. You can still ask me about flights.',
  stopped: 'All right, no more updates. "updates" turns them on again.',
};

type Texts = typeof english;

const dutch: Texts = {
  bot: {
    stale: 'Dat was een eerdere vraag.',
    cancelled: 'Goed, ik ben gestopt. "menu" laat zien wat ik kan.',
    changed: 'Sorry, ik ben de draad kwijt. Begin opnieuw.',
    retry: 'Sorry, dat begreep ik niet.',
    gaveUp: 'Sorry, ik begrijp het nog steeds niet.',
  },
  menu: 'Welkom bij Polder Air. Ik antwoord automatisch; een collega neemt het over zodra je "medewerker" schrijft.',
  menuFooter: 'English? Write "English".',
  menuInGroup:
    'Hier vertel ik de status van vluchten: schrijf "vlucht". Schrijf mij voor iets anders rechtstreeks.',
  flightStatus: 'Vluchtstatus',
  myBooking: 'Mijn boeking',
  askPerson: 'Vraag een medewerker',
  sendUpdates: 'Stuur mij meldingen',
  person: 'Een collega antwoordt je hier. Intussen zwijg ik.',
  notInGroup: 'Dat doe ik alleen in een eigen chat: schrijf mij rechtstreeks.',

  whichFlight: 'Welke vlucht? Het nummer staat op je boeking, bijvoorbeeld PA605.',
  flightRetry: 'Die vlucht ken ik niet. Schrijf PA en drie cijfers, bijvoorbeeld PA605.',
  whichDay: (flight) => `Wanneer vertrekt ${flight}?`,
  today: 'Vandaag',
  tomorrow: 'Morgen',
  anotherDay: 'Een andere dag',
  whichDate: 'Welke dag? Schrijf 5-11 voor 5 november.',
  dateRetry: 'Schrijf dag en maand in cijfers, bijvoorbeeld 5-11.',
  day: (date) => formatDay(date, 'nl-NL'),
  noFlight: (flight, day) => `Van ${flight} op ${day} heb ik geen tijden. Ik ken de komende zeven dagen.`,
  status: ({ number, city, plannedAt, leavesAt, gate }, day) =>
    `${number} naar ${city}, ${day}\n` +
    (leavesAt > plannedAt
      ? `Vertrekt om ${timeOf(leavesAt)} in plaats van ${timeOf(plannedAt)}, gate ${gate}`
      : `Vertrekt op tijd om ${timeOf(leavesAt)}, gate ${gate}`),

  whichLocator: 'Welke boeking? Schrijf de code: zes letters en cijfers, ze staan op je bevestiging.',
  locatorRetry: 'Een boekingscode heeft zes letters en cijfers, bijvoorbeeld H3N8LD.',
  whichSurname: 'En de achternaam op de boeking?',
  noBooking:
    'Ik vind geen boeking met deze code en naam. "boeking" begint opnieuw, "medewerker" vraagt een collega.',
  booking: ({ locator, name, surname, seat, isCheckedIn }) =>
    `Boeking ${locator}, ${name} ${surname}, stoel ${seat}\n` +
    (isCheckedIn ? 'Ingecheckt' : 'Niet ingecheckt; dat kan vanaf 30 uur voor vertrek'),
  checkIn: 'Inchecken',
  checkedIn: ({ seat }) => `Je bent ingecheckt, stoel ${seat}. Je instapkaart volgt.`,
  noCheckIn: 'Deze boeking kan hier nu niet worden ingecheckt. "medewerker" vraagt een collega.',

  signUp: 'Stuur mij graag meldingen over mijn vluchten met Polder Air.',
  chat: 'Vluchtmeldingen via WhatsApp',
  askConsent:
    'Mag Polder Air je hier schrijven over je vluchten: bevestiging, inchecken, instapkaart, vertraging, gate? Geen aanbiedingen. Met STOP eindigt het op elk moment.',
  yes: 'Ja',
  no: 'Nee',
  agreed: 'Dank je, ik heb het genoteerd.',
  declined: 'Goed, ik schrijf je niet uit mezelf. Je kunt mij altijd naar vluchten vragen.',
  stopped: 'Goed, geen meldingen meer. Met "meldingen" komen ze weer.',
};

export const texts: Readonly<Record<Language, Texts>> = { en: english, nl: dutch };
