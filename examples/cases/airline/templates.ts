/** The templates, in the order in which a passenger gets them. */
import { defineTemplate } from 'wabakit/templates';

const footer = { text: 'Polder Air. STOP ends these messages.' };
const footerNl = { text: 'Polder Air. STOP beëindigt deze berichten.' };

export const bookingConfirmed = {
  en: defineTemplate({
    name: 'booking_confirmed',
    language: 'en',
    category: 'utility',
    body: {
      text: 'Hello {{name}}, your booking {{locator}} is confirmed: flight {{flight}} to {{city}} on {{day}} at {{time}}. Check-in opens 30 hours before departure.',
      example: {
        name: 'John',
        locator: 'R4T9WB',
        flight: 'PA605',
        city: 'New York',
        day: 'Wednesday 4 November',
        time: '17:30',
      },
    },
    footer,
  }),
  nl: defineTemplate({
    name: 'booking_confirmed',
    language: 'nl',
    category: 'utility',
    body: {
      text: 'Hallo {{name}}, je boeking {{locator}} is bevestigd: vlucht {{flight}} naar {{city}} op {{day}} om {{time}}. Inchecken kan vanaf 30 uur voor vertrek.',
      example: {
        name: 'Sanne',
        locator: 'K7M2QX',
        flight: 'PA605',
        city: 'New York',
        day: 'woensdag 4 november',
        time: '17:30',
      },
    },
    footer: footerNl,
  }),
};

export const checkInOpen = {
  en: defineTemplate({
    name: 'checkin_open',
    language: 'en',
    category: 'utility',
    body: {
      text: 'Hello {{name}}, check-in for flight {{flight}} to {{city}} is open. It leaves on {{day}} at {{time}}; your seat is {{seat}}. Write to us if you want another one.',
      example: {
        name: 'John',
        flight: 'PA605',
        city: 'New York',
        day: 'Wednesday 4 November',
        time: '17:30',
        seat: '21B',
      },
    },
    footer,
    buttons: [{ type: 'quick_reply', text: 'Check in' }],
  }),
  nl: defineTemplate({
    name: 'checkin_open',
    language: 'nl',
    category: 'utility',
    body: {
      text: 'Hallo {{name}}, je kunt inchecken voor vlucht {{flight}} naar {{city}}. Het vertrek is op {{day}} om {{time}}; je stoel is {{seat}}. Schrijf ons als je een andere wilt.',
      example: {
        name: 'Sanne',
        flight: 'PA605',
        city: 'New York',
        day: 'woensdag 4 november',
        time: '17:30',
        seat: '21A',
      },
    },
    footer: footerNl,
    buttons: [{ type: 'quick_reply', text: 'Inchecken' }],
  }),
};

export const boardingPass = {
  en: defineTemplate({
    name: 'boarding_pass',
    language: 'en',
    category: 'utility',
    header: { format: 'document' },
    body: {
      text: 'Hello {{name}}, this is your boarding pass for flight {{flight}} to {{city}} on {{day}}. Boarding begins at {{time}} at gate {{gate}}. Please keep it at hand.',
      example: {
        name: 'John',
        flight: 'PA605',
        city: 'New York',
        day: 'Wednesday 4 November',
        time: '16:45',
        gate: 'E18',
      },
    },
    footer,
  }),
  nl: defineTemplate({
    name: 'boarding_pass',
    language: 'nl',
    category: 'utility',
    header: { format: 'document' },
    body: {
      text: 'Hallo {{name}}, dit is je instapkaart voor vlucht {{flight}} naar {{city}} op {{day}}. Het instappen begint om {{time}} bij gate {{gate}}. Houd de kaart bij de hand.',
      example: {
        name: 'Sanne',
        flight: 'PA605',
        city: 'New York',
        day: 'woensdag 4 november',
        time: '16:45',
        gate: 'E18',
      },
    },
    footer: footerNl,
  }),
};

export const flightDelayed = {
  en: defineTemplate({
    name: 'flight_delayed',
    language: 'en',
    category: 'utility',
    body: {
      text: 'Hello {{name}}, flight {{flight}} to {{city}} is late: it leaves at {{time}} instead of {{planned}}. We are sorry for the wait.',
      example: { name: 'John', flight: 'PA605', city: 'New York', time: '18:15', planned: '17:30' },
    },
    footer,
  }),
  nl: defineTemplate({
    name: 'flight_delayed',
    language: 'nl',
    category: 'utility',
    body: {
      text: 'Hallo {{name}}, vlucht {{flight}} naar {{city}} is vertraagd: het vertrek is om {{time}} in plaats van {{planned}}. Onze excuses voor het wachten.',
      example: { name: 'Sanne', flight: 'PA605', city: 'New York', time: '18:15', planned: '17:30' },
    },
    footer: footerNl,
  }),
};

export const gateChanged = {
  en: defineTemplate({
    name: 'gate_changed',
    language: 'en',
    category: 'utility',
    body: {
      text: 'Hello {{name}}, flight {{flight}} to {{city}} now leaves from gate {{gate}}. The departure is at {{time}}, please go there in time.',
      example: { name: 'John', flight: 'PA605', city: 'New York', gate: 'E22', time: '18:15' },
    },
    footer,
  }),
  nl: defineTemplate({
    name: 'gate_changed',
    language: 'nl',
    category: 'utility',
    body: {
      text: 'Hallo {{name}}, vlucht {{flight}} naar {{city}} vertrekt nu van gate {{gate}}. Het vertrek is om {{time}}, ga er op tijd heen.',
      example: { name: 'Sanne', flight: 'PA605', city: 'New York', gate: 'E22', time: '18:15' },
    },
    footer: footerNl,
  }),
};

/** What `npx wabakit templates` finds in this file. */
export const templates = [bookingConfirmed, checkInOpen, boardingPass, flightDelayed, gateChanged].flatMap(
  ({ en, nl }) => [en, nl],
);
