/** What the line says, in English and Spanish. */
import type { DamageKind, DocumentKind, Language } from './data.ts';

const office = '+1 555 078 3882';
const timeZone = 'America/Mexico_City';

const dateIn = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(at);
const timeIn = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
const hoursOf = (from: number, to: number): string => {
  const minutes = Math.floor((to - from) / 60_000);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

/** What strangers hear: their language is not known. */
export const refusals = {
  unknown: `Esta línea es solo para conductores de Ruta Clara, y tu número no está registrado. Llama a la oficina: ${office}.
This line is for drivers of Ruta Clara only, and your number is not registered. Please call the office: ${office}.`,
  hidden: `Te reconocemos por tu número, y WhatsApp no nos muestra el tuyo. Para registrarte, llama a la oficina: ${office}.
We know drivers by their numbers, and WhatsApp does not show us yours. To register, please call the office: ${office}.`,
} as const;

type DocumentTexts = Readonly<
  Record<'valid' | 'soon' | 'expired', (name: string, validUntil: number, daysLeft: number) => string>
>;

const en = {
  bot: {
    stale: 'That was an earlier question.',
    cancelled: 'All right, I have stopped here.',
    changed: 'Sorry, I lost the thread. Please start again.',
    retry: 'Sorry, I cannot use that.',
    gaveUp: 'Sorry, this does not work.',
  },
  greeting: (name: string) => `Hello ${name}, what do you need?`,
  options: 'Options',
  otherLanguage: '¿Español? Escribe "español".',
  labels: {
    start: 'Start shift',
    end: 'End shift',
    location: 'Send my location',
    damage: 'Report damage',
    documents: 'My documents',
    noticesOn: 'Get notices',
    noticesOff: 'No more notices',
    dispatch: 'Talk to dispatch',
  },
  onShift: (from: number) => `You have been on shift since ${timeIn('en', from)}.`,
  notOnShift: 'You are not on shift.',
  shiftOver: (from: number, to: number) =>
    `Your shift is over: ${timeIn('en', from)} to ${timeIn('en', to)}, ${hoursOf(from, to)}.`,
  cannotStart: 'You cannot start: a document has expired. Bring the new one to the office.',
  documentNames: {
    licence: 'Licence',
    insurance: 'Insurance',
    registration: 'Registration',
  } satisfies Record<DocumentKind, string>,
  documents: {
    valid: (name, at) => `✅ ${name}: until ${dateIn('en', at)}`,
    soon: (name, at, days) => `⚠️ ${name}: until ${dateIn('en', at)}, ${days} days left`,
    expired: (name, at) => `⛔ ${name}: expired on ${dateIn('en', at)}`,
  } satisfies DocumentTexts,
  askNotices: 'May dispatch send you notices on shift, such as closed roads? "Stop" ends them at any time.',
  yesNotices: 'Yes, send them',
  noNotices: 'No, thanks',
  noticesAreOn: 'You will get notices while you are on shift. "Stop" ends them.',
  noticesAreOff: 'You will get no notices.',
  stopped: 'You will get no more notices. The menu turns them on again.',
  askLocation: 'Where are you? Dispatch will see your location.',
  located: 'Thank you, dispatch sees where you are.',
  notPassedOn: 'You are not on shift, so I did not pass your location on.',
  report: {
    where: 'Where did it happen? Send the location, or write the street and number.',
    what: 'What is damaged?',
    choose: 'Choose',
    photo: 'Send a photo of the damage: sharp, and with the whole part in it.',
    noPicture: 'That file is no picture. Take a photo with the camera and send it.',
    tooSmall: 'That picture is too small to see anything. Go closer and take it again.',
    summary: (what: string, where: string) => `${what}, ${where}, with a photo. Shall I send the report?`,
    notify: 'Send and tell me',
    send: 'Just send',
    discard: 'Discard',
    sent: (id: number) => `Your report has the number ${id}.`,
    sentAndTold: (id: number) => `Your report has the number ${id}. I will write when it is repaired.`,
    discarded: 'Discarded. Nothing was kept.',
    noPhoto: 'Let us do without the photo: the workshop will write to you here.',
    done: (id: number) => `the repair of your report ${id} is done.`,
  },
  damages: {
    glass: 'Glass',
    bodywork: 'Bodywork',
    tyre: 'Tyre',
    lights: 'Lights',
  } satisfies Record<DamageKind, string>,
  handedOver: `Dispatch will answer you here. In an emergency call ${office}.`,
  inGroup: `I answer drivers in private only. Write to me directly, or call the office: ${office}.`,
  notice: (words: string) => `Notice from dispatch: ${words}`,
};

/** The texts of one language. */
type Texts = Omit<typeof en, 'documents'> & { readonly documents: DocumentTexts };

const es: Texts = {
  bot: {
    stale: 'Esa era una pregunta anterior.',
    cancelled: 'De acuerdo, lo dejamos aquí.',
    changed: 'Perdón, perdí el hilo. Empieza de nuevo, por favor.',
    retry: 'Perdón, eso no me sirve.',
    gaveUp: 'Perdón, así no podemos seguir.',
  },
  greeting: (name) => `Hola, ${name}. ¿Qué necesitas?`,
  options: 'Opciones',
  otherLanguage: 'English? Write "English".',
  labels: {
    start: 'Iniciar turno',
    end: 'Terminar turno',
    location: 'Enviar mi ubicación',
    damage: 'Reportar un daño',
    documents: 'Mis documentos',
    noticesOn: 'Quiero avisos',
    noticesOff: 'No quiero avisos',
    dispatch: 'Hablar con central',
  },
  onShift: (from) => `Estás en turno desde las ${timeIn('es', from)}.`,
  notOnShift: 'No estás en turno.',
  shiftOver: (from, to) =>
    `Tu turno terminó: ${timeIn('es', from)} a ${timeIn('es', to)}, ${hoursOf(from, to)}.`,
  cannotStart: 'No puedes iniciar: un documento está vencido. Trae el nuevo a la oficina.',
  documentNames: { licence: 'Licencia', insurance: 'Seguro', registration: 'Tarjeta de circulación' },
  documents: {
    valid: (name, at) => `✅ ${name}: hasta el ${dateIn('es', at)}`,
    soon: (name, at, days) => `⚠️ ${name}: hasta el ${dateIn('es', at)}, quedan ${days} días`,
    expired: (name, at) => `⛔ ${name}: venció el ${dateIn('es', at)}`,
  },
  askNotices:
    '¿La central puede mandarte avisos en el turno, como calles cerradas? "Stop" los detiene cuando quieras.',
  yesNotices: 'Sí, mándalos',
  noNotices: 'No, gracias',
  noticesAreOn: 'Recibirás avisos mientras estés en turno. "Stop" los detiene.',
  noticesAreOff: 'No recibirás avisos.',
  stopped: 'Ya no recibirás avisos. En el menú puedes pedirlos otra vez.',
  askLocation: '¿Dónde estás? La central verá tu ubicación.',
  located: 'Gracias, la central ya ve dónde estás.',
  notPassedOn: 'No estás en turno, así que no pasé tu ubicación a nadie.',
  report: {
    where: '¿Dónde pasó? Envía la ubicación, o escribe la calle y el número.',
    what: '¿Qué se dañó?',
    choose: 'Elegir',
    photo: 'Envía una foto del daño: nítida y con la pieza completa.',
    noPicture: 'Ese archivo no es una imagen. Toma una foto con la cámara y envíala.',
    tooSmall: 'Esa imagen es demasiado pequeña y no se ve nada. Acércate y tómala otra vez.',
    summary: (what, where) => `${what}, ${where}, con foto. ¿Envío el reporte?`,
    notify: 'Enviar y avisarme',
    send: 'Solo enviar',
    discard: 'Descartar',
    sent: (id) => `Tu reporte tiene el número ${id}.`,
    sentAndTold: (id) => `Tu reporte tiene el número ${id}. Te escribo cuando esté reparado.`,
    discarded: 'Descartado. No guardé nada.',
    noPhoto: 'Dejemos la foto: el taller te escribe aquí.',
    done: (id) => `la reparación de tu reporte ${id} está lista.`,
  },
  damages: {
    glass: 'Vidrio',
    bodywork: 'Carrocería',
    tyre: 'Llanta',
    lights: 'Luces',
  },
  handedOver: `La central te responde aquí. En una emergencia llama al ${office}.`,
  inGroup: `Respondo a los conductores solo en privado. Escríbeme directamente, o llama a la oficina: ${office}.`,
  notice: (words) => `Aviso de la central: ${words}`,
};

export const texts: Readonly<Record<Language, Texts>> = { en, es };
