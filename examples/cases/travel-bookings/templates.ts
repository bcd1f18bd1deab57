/** What is sent outside the 24 hours after a customer's last message: each in both languages, under one name. */
import { defineTemplate } from 'wabakit/templates';

/** A passenger of a booking got another status. */
export const statusChanged = {
  en: defineTemplate({
    name: 'booking_status_changed',
    language: 'en',
    category: 'utility',
    body: {
      text: 'PNR {{pnr}}, train {{train}} on {{date}}: passenger {{passenger}} was {{before}} and is now {{current}}. You asked for news of this trip.',
      example: {
        pnr: '2451234567',
        train: '12951 Mumbai Rajdhani',
        date: '04-11-2026',
        passenger: '1 R***h',
        before: 'GNWL 5',
        current: 'RAC 5',
      },
    },
    buttons: [
      { type: 'quick_reply', text: 'See the booking' },
      { type: 'quick_reply', text: 'Stop updates' },
    ],
  }),
  hi: defineTemplate({
    name: 'booking_status_changed',
    language: 'hi',
    category: 'utility',
    body: {
      text: 'PNR {{pnr}}, ट्रेन {{train}}, {{date}}: यात्री {{passenger}} की स्थिति {{before}} थी, अब {{current}} है। आपने इस यात्रा की सूचना माँगी थी।',
      example: {
        pnr: '2451234567',
        train: '12951 Mumbai Rajdhani',
        date: '04-11-2026',
        passenger: '1 R***h',
        before: 'GNWL 5',
        current: 'RAC 5',
      },
    },
    buttons: [
      { type: 'quick_reply', text: 'बुकिंग देखें' },
      { type: 'quick_reply', text: 'सूचना बंद करें' },
    ],
  }),
};

/** The chart of a train is prepared: what the passengers have now is final. */
export const chartPrepared = {
  en: defineTemplate({
    name: 'booking_chart_prepared',
    language: 'en',
    category: 'utility',
    body: {
      text: 'The chart of train {{train}} on {{date}} is prepared. PNR {{pnr}}: {{passengers}}. A passenger who is still on the waiting list (WL) may not board.',
      example: {
        train: '12951 Mumbai Rajdhani',
        date: '04-11-2026',
        pnr: '2451234567',
        passengers: '1 R***h CNF B4 32 LB',
      },
    },
    buttons: [
      { type: 'quick_reply', text: 'See the booking' },
      { type: 'quick_reply', text: 'Stop updates' },
    ],
  }),
  hi: defineTemplate({
    name: 'booking_chart_prepared',
    language: 'hi',
    category: 'utility',
    body: {
      text: 'ट्रेन {{train}}, {{date}} का चार्ट बन गया है। PNR {{pnr}}: {{passengers}}। जो यात्री अब भी प्रतीक्षा सूची (WL) में हैं, वे यात्रा नहीं कर सकते।',
      example: {
        train: '12951 Mumbai Rajdhani',
        date: '04-11-2026',
        pnr: '2451234567',
        passengers: '1 R***h CNF B4 32 LB',
      },
    },
    buttons: [
      { type: 'quick_reply', text: 'बुकिंग देखें' },
      { type: 'quick_reply', text: 'सूचना बंद करें' },
    ],
  }),
};

/** The timetable of a bus changed. */
export const busTimeChanged = {
  en: defineTemplate({
    name: 'bus_time_changed',
    language: 'en',
    category: 'utility',
    body: {
      text: 'Bus {{route}} now leaves {{stop}} at {{time}} instead of {{before}}. You asked for news of this trip.',
      example: { route: 'PNQ-BOM', stop: 'Pune', time: '08:10', before: '07:30' },
    },
    buttons: [{ type: 'quick_reply', text: 'Stop updates' }],
  }),
  hi: defineTemplate({
    name: 'bus_time_changed',
    language: 'hi',
    category: 'utility',
    body: {
      text: 'बस {{route}} {{stop}} से अब {{before}} के बजाय {{time}} बजे चलेगी। आपने इस यात्रा की सूचना माँगी थी।',
      example: { route: 'PNQ-BOM', stop: 'Pune', time: '08:10', before: '07:30' },
    },
    buttons: [{ type: 'quick_reply', text: 'सूचना बंद करें' }],
  }),
};

/** All of them: what Meta has to approve. */
export const templates = [statusChanged, chartPrepared, busTimeChanged].flatMap(({ en, hi }) => [en, hi]);
