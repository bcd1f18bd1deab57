import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from 'wabakit';
import type { EmulatorPhone } from 'wabakit/emulator';
import { validateTemplates } from 'wabakit/templates';
import { openStage, type Place } from '../../examples/cases/frame.ts';
import { makePhoto } from '../../examples/cases/driver-line/play.ts';
import program from '../../examples/cases/driver-line/program.ts';
import { shiftNotice } from '../../examples/cases/driver-line/templates.ts';
import { openGroup } from '../helpers/more-places.ts';

const lucia = '+525512345678';
const diego = '+541123456789';
const grace = '+553187654321';
const office = '+1 555 078 3882';

/** The line on the emulator, closed with the test. */
async function open() {
  let file: Place['file'] = (name) => name;
  const stage = await openStage({
    ...program,
    start(place) {
      file = place.file;
      return program.start(place);
    },
  });
  onTestFinished(() => stage.close());
  /** What the staff saw, and what happened to the program. */
  const told = (): string[] =>
    stage
      .lines()
      .filter((line) => line.startsWith('  * '))
      .map((line) => line.slice(4));
  return { stage, told, file: (name: string) => file(name) };
}

const said = (phone: EmulatorPhone): string[] => phone.inbox.map(({ text }) => text);
const titles = (phone: EmulatorPhone): string[] => phone.lastMessage?.buttons.map(({ title }) => title) ?? [];
const photo = (size = 60_000) => ({ type: 'image', bytes: makePhoto(size) }) as const;

/** The id of the photo in the chat. */
const photoId = (phone: EmulatorPhone): string | undefined =>
  JSON.stringify(phone.chat.find(({ type }) => type === 'image')?.payload['image']).match(
    /"id":"(\d+)"/,
  )?.[1];

/** Starts Lucía's shift, with notices. */
async function startShift(phone: EmulatorPhone): Promise<void> {
  await phone.say('Hola');
  await phone.tap('Iniciar turno');
  await phone.tap('Sí, mándalos');
}

test('default: a shift begins and ends with buttons, and asks about notices once', async () => {
  const { stage } = await open();
  const phone = stage.phone(lucia);
  await phone.say('Hola');
  expect(titles(phone)).toEqual(['Iniciar turno', 'Mis documentos', 'Hablar con central']);
  await phone.tap('Iniciar turno');
  expect(phone.lastMessage?.text).toContain('Estás en turno desde las 06:00.\n¿La central puede');
  await phone.tap('Sí, mándalos');
  expect(titles(phone)).toEqual([
    'Enviar mi ubicación',
    'Reportar un daño',
    'Mis documentos',
    'Hablar con central',
    'No quiero avisos',
    'Terminar turno',
  ]);
  await stage.wait('3h');
  await phone.say('menu');
  await phone.tap('Terminar turno');
  expect(phone.lastMessage?.text).toBe('Tu turno terminó: 06:00 a 09:00, 3 h 0 min.');
  await stage.wait('1h');
  await phone.tap('Terminar turno');
  expect(phone.lastMessage?.text).toBe('No estás en turno.');
  await phone.tap('Iniciar turno');
  expect(phone.lastMessage?.text).toBe('Estás en turno desde las 10:00.');
  expect(stage.errors).toEqual([]);
});

test('default: a damage is reported by location, choice and photo, and the photo is kept', async () => {
  const { stage, told, file } = await open();
  const phone = stage.phone(lucia);
  await startShift(phone);
  await phone.tap('Reportar un daño');
  await phone.send({ type: 'location', latitude: 19.43, longitude: -99.13, name: 'Mercado Juárez' });
  await phone.tap('Vidrio');
  await phone.send(photo());
  expect(phone.lastMessage?.text).toBe('Vidrio, Mercado Juárez, con foto. ¿Envío el reporte?');
  await phone.tap('Solo enviar');
  expect(phone.lastMessage?.text).toBe('Tu reporte tiene el número 1.');
  expect(told()).toContain('Report 1, Lucía Romero: glass, Mercado Juárez.');
  const id = photoId(phone);
  expect(await readFile(file(`damage-${id}.jpg`))).toEqual(Buffer.from(makePhoto(60_000)));
  expect(stage.errors).toEqual([]);
});

test('behavior: a report that is discarded leaves no photo', async () => {
  const { stage, told, file } = await open();
  const phone = stage.phone(lucia);
  await phone.say('un daño');
  await phone.say('Av. Reforma 222');
  await phone.say('3');
  await phone.send(photo());
  expect(phone.lastMessage?.text).toBe('Llanta, Av. Reforma 222, con foto. ¿Envío el reporte?');
  const id = photoId(phone);
  expect(existsSync(file(`damage-${id}.jpg`))).toBe(true);
  await phone.tap('Descartar');
  expect(phone.lastMessage?.text).toBe('Descartado. No guardé nada.');
  expect(existsSync(file(`damage-${id}.jpg`))).toBe(false);
  expect(told()).toEqual([]);
  expect(stage.errors).toEqual([]);
});

test('behavior: an answer that cannot be used is asked for again, and after three a person takes over', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  await phone.say('daño');
  for (const body of ['x', '?', 'ah']) await phone.say(body);
  const where = '¿Dónde pasó? Envía la ubicación, o escribe la calle y el número.';
  const retry = 'Perdón, eso no me sirve.';
  expect(said(phone)).toEqual([
    where,
    retry,
    where,
    retry,
    where,
    'Perdón, así no podemos seguir.',
    `La central te responde aquí. En una emergencia llama al ${office}.`,
  ]);
  expect(told()).toEqual(['dispatch: a customer waits (Lucía Romero, +52 55 1234 5678).']);
  await phone.say('¿Hay alguien?');
  expect(said(phone)).toHaveLength(7);
  await stage.command('answer +52 Sí');
  expect(told().at(-1)).toBe('No driver has the number +52.');
  await stage.command(`answer ${lucia} Te llamo ahora.`);
  expect(phone.lastMessage?.text).toBe('Te llamo ahora.');
  await stage.command(`release ${lucia}`);
  await phone.say('Gracias');
  expect(phone.lastMessage?.text).toBe('Hola, Lucía Romero. ¿Qué necesitas?');
  expect(stage.errors).toEqual([]);
});

test('behavior: a file that is no picture or too small is taken again; after three the workshop takes over', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  await phone.say('daño');
  await phone.say('Av. Reforma 222');
  await phone.tap('Luces');
  await phone.say('no tengo foto');
  expect(said(phone).slice(-2)).toEqual([
    'Perdón, eso no me sirve.',
    'Envía una foto del daño: nítida y con la pieza completa.',
  ]);
  await phone.send({ type: 'image', bytes: new Uint8Array(60_000) });
  expect(phone.lastMessage?.text).toMatch(/^Ese archivo no es una imagen/);
  await phone.send(photo(900));
  expect(phone.lastMessage?.text).toMatch(/^Esa imagen es demasiado pequeña/);
  await phone.send({ type: 'image' });
  expect(phone.lastMessage?.text).toBe('Dejemos la foto: el taller te escribe aquí.');
  expect(told()).toEqual([
    'workshop: a customer waits (Lucía Romero, +52 55 1234 5678: lights, Av. Reforma 222, no photo).',
  ]);
  expect(stage.errors).toEqual([]);
});

test('behavior: after two silent hours the report is over, and the next message is routed anew', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  await phone.say('daño');
  await phone.say('Av. Reforma 222');
  await phone.tap('Vidrio');
  await stage.wait('3h');
  await phone.send(photo());
  expect(phone.lastMessage?.text).toBe('Hola, Lucía Romero. ¿Qué necesitas?');
  await phone.tap('Carrocería');
  expect(phone.lastMessage?.text).toBe('Esa era una pregunta anterior.');
  expect(told()).toEqual(['3h later']);
  expect(stage.errors).toEqual([]);
});

test('behavior: a restart in the middle of a report loses nothing', async () => {
  const { stage } = await open();
  const phone = stage.phone(lucia);
  await startShift(phone);
  await phone.tap('Reportar un daño');
  await stage.restart();
  await phone.say('Av. Reforma 222');
  await stage.restart();
  await phone.tap('Vidrio');
  await phone.send(photo());
  await stage.restart();
  await phone.tap('Enviar y avisarme');
  expect(phone.lastMessage?.text).toBe('Tu reporte tiene el número 1. Te escribo cuando esté reparado.');
  await phone.say('menu');
  expect(titles(phone)).toContain('Terminar turno');
  expect(stage.errors).toEqual([]);
});

test('behavior: "menu" leaves a report, and another language asks its question again', async () => {
  const { stage } = await open();
  const phone = stage.phone(lucia);
  await phone.say('daño');
  await phone.say('English');
  expect(phone.lastMessage?.text).toMatch(/^Where did it happen\?/);
  await phone.say('Av. Reforma 222');
  expect(titles(phone)).toEqual(['Glass', 'Bodywork', 'Tyre', 'Lights']);
  await phone.say('Menu');
  expect(phone.lastMessage?.text).toBe('Hello Lucía Romero, what do you need?');
  await phone.say('español');
  expect(phone.lastMessage?.text).toBe('Hola, Lucía Romero. ¿Qué necesitas?');
  expect(stage.errors).toEqual([]);
});

test('behavior: documents show what runs out, and with an expired one no shift begins', async () => {
  const { stage } = await open();
  const phone = stage.phone(lucia);
  await phone.say('Hola');
  await phone.tap('Mis documentos');
  expect(phone.lastMessage?.text).toBe(
    [
      '✅ Licencia: hasta el 21 de mayo de 2027',
      '⚠️ Seguro: hasta el 14 de noviembre de 2026, quedan 12 días',
      '✅ Tarjeta de circulación: hasta el 7 de diciembre de 2027',
    ].join('\n'),
  );
  const other = stage.phone(diego);
  await other.say('Hola');
  await other.tap('Iniciar turno');
  expect(other.lastMessage?.text).toMatch(/^No puedes iniciar: un documento está vencido/);
  expect(other.lastMessage?.text).toContain('⛔ Tarjeta de circulación: venció el 30 de octubre de 2026');
  expect(stage.errors).toEqual([]);
});

test('behavior: a number is known in the spelling of its WhatsApp ID', async () => {
  const { stage } = await open();
  const greetings: (string | undefined)[] = [];
  for (const [number, waId] of [
    [lucia, '525512345678'],
    ['+5215512345678', undefined],
    [diego, undefined],
    [grace, '553187654321'],
  ] as const) {
    const fresh = await open();
    const phone = fresh.stage.phone(number, waId === undefined ? {} : { waId });
    await phone.say('Hi');
    greetings.push(phone.lastMessage?.text);
  }
  expect(greetings).toEqual([
    'Hola, Lucía Romero. ¿Qué necesitas?',
    'Hola, Lucía Romero. ¿Qué necesitas?',
    'Hola, Diego Sosa. ¿Qué necesitas?',
    'Hello Grace Lima, what do you need?',
  ]);
  expect(stage.errors).toEqual([]);
});

test('behavior: nobody else gets in: a stranger is answered once a day, in both languages', async () => {
  const { stage, told } = await open();
  const pat = stage.phone('+16505551234');
  for (const body of ['daño', 'menu', 'operator', 'STOP']) await pat.say(body);
  expect(said(pat)).toHaveLength(1);
  expect(pat.lastMessage?.text).toContain('tu número no está registrado');
  expect(pat.lastMessage?.text).toContain(`Please call the office: ${office}`);
  await stage.wait('25h');
  await pat.say('Hello?');
  expect(said(pat)).toHaveLength(2);
  expect(told()).toEqual(['25h later']);
  expect(stage.errors).toEqual([]);
});

test('behavior: a hidden number is refused, and told how to register', async () => {
  const { stage } = await open();
  const hidden = stage.phone(lucia, { name: 'Lu', bsuid: 'MX.13491208655302741918', hidesNumber: true });
  await hidden.say('Hola');
  await hidden.say('daño');
  expect(said(hidden)).toHaveLength(1);
  expect(hidden.lastMessage?.text).toContain('WhatsApp no nos muestra el tuyo');
  expect(hidden.lastMessage?.text).toContain(`To register, please call the office: ${office}`);
  expect(stage.errors).toEqual([]);
});

test('behavior: in a group a driver is sent to the private chat, without buttons, and a stranger hears nothing', async () => {
  const { stage, told } = await open();
  const { emulator } = stage;
  const wa = createClient(emulator.clientOptions);
  const groupId = await openGroup(emulator, wa, [lucia, '+16505551234']);
  await stage.phone('+16505551234').say('Hello all', { groupId });
  await stage.phone(lucia).say('menu', { groupId });
  await stage.phone(lucia).say('daño', { groupId });
  await emulator.waitForIdle();
  const answers = emulator.messages.filter(({ waId, from }) => waId === groupId && from === 'business');
  expect(answers.map(({ text, buttons }) => [text, buttons])).toEqual([
    [
      `Respondo a los conductores solo en privado. Escríbeme directamente, o llama a la oficina: ${office}.`,
      [],
    ],
  ]);
  expect(told()).toEqual([]);
  expect(stage.errors).toEqual([]);
});

test('behavior: a notice is a text inside the window; who has not agreed is skipped, and the cost is told before', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  const other = stage.phone(grace);
  await startShift(phone);
  await other.say('Hello');
  await other.tap('Start shift');
  await other.tap('No, thanks');
  const before = said(other).length;
  await stage.command('broadcast Tlalpan cerrada');
  expect(phone.lastMessage).toMatchObject({ type: 'text', text: 'Aviso de la central: Tlalpan cerrada' });
  expect(said(other)).toHaveLength(before);
  expect(told()).toEqual([
    'Grace Lima is skipped: has not agreed to it.',
    'In an open window: 1 text, at most 0.0085 USD.',
    'Sent to 1 of 2.',
  ]);
  const lines = stage.lines();
  const costAt = lines.findIndex((line) => line.includes('at most'));
  expect(costAt).toBeLessThan(lines.findIndex((line) => line.includes('Aviso de la central: Tlalpan')));
  await stage.command('broadcast');
  expect(told().at(-1)).toMatch(/^Write what the drivers should know/);
  expect(stage.errors).toEqual([]);
});

test('behavior: outside the window a notice is the template, in the language of the driver', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  const other = stage.phone(grace);
  await startShift(phone);
  await other.say('Hello');
  await other.tap('Start shift');
  await other.tap('Yes, send them');
  await stage.wait('25h');
  await stage.command('broadcast Tlalpan cerrada');
  expect(phone.lastMessage).toMatchObject({
    template: 'shift_notice',
    text: 'Aviso de la central para conductores: Tlalpan cerrada\nResponde aquí si necesitas ayuda.',
  });
  expect(other.lastMessage?.text).toBe(
    'Notice from dispatch to drivers: Tlalpan cerrada\nAnswer here if you need help.',
  );
  expect(told().slice(1)).toEqual([
    'With the template shift_notice: 2 messages, 0.0153 USD.',
    'Sent to 2 of 2.',
  ]);
  expect(stage.errors).toEqual([]);
});

test('error: one driver who cannot be reached does not stop the others, and the staff hears of it', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  const other = stage.phone(grace);
  await startShift(phone);
  await other.say('Hello');
  await other.tap('Start shift');
  await other.tap('Yes, send them');
  const heal = stage.emulator.injectFault({ code: 131026, as: 'reply', match: { to: grace } });
  await stage.command('broadcast Uno');
  heal();
  expect(phone.lastMessage?.text).toBe('Aviso de la central: Uno');
  expect(told().slice(1)).toEqual([
    expect.stringMatching(/^Grace Lima was not reached: WhatsApp refused the call with code 131026/),
    'Sent to 1 of 2.',
  ]);
  await other.block();
  await stage.command('broadcast Dos');
  expect(told().at(-1)).toMatch(/^Grace Lima was not reached: /);
  expect(phone.lastMessage?.text).toBe('Aviso de la central: Dos');
  expect(stage.errors).toEqual([]);
});

test('behavior: STOP ends the notices, also in the middle of a report, and the menu turns them on again', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  await startShift(phone);
  await phone.tap('Reportar un daño');
  await phone.say('STOP');
  expect(phone.lastMessage?.text).toBe('Ya no recibirás avisos. En el menú puedes pedirlos otra vez.');
  await stage.command('broadcast Uno');
  expect(told()).toEqual(['Lucía Romero is skipped: has not agreed to it.', 'Sent to 0 of 1.']);
  await phone.say('Av. Reforma 222');
  expect(phone.lastMessage?.text).toBe('Hola, Lucía Romero. ¿Qué necesitas?');
  await phone.tap('Quiero avisos');
  await stage.command('broadcast Dos');
  expect(phone.lastMessage?.text).toBe('Aviso de la central: Dos');
  await phone.tap('No quiero avisos');
  await stage.command('broadcast Tres');
  expect(told().at(-1)).toBe('Sent to 0 of 1.');
  expect(stage.errors).toEqual([]);
});

test('behavior: who asked for it hears that a repair is done, and nobody else', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  for (const button of ['Enviar y avisarme', 'Solo enviar']) {
    await phone.say('daño');
    await phone.say('Av. Reforma 222');
    await phone.tap('Vidrio');
    await phone.send(photo());
    await phone.tap(button);
  }
  await stage.command('report 1 done');
  expect(phone.lastMessage?.text).toBe('Aviso de la central: la reparación de tu reporte 1 está lista.');
  const heard = said(phone).length;
  await stage.command('report 2 done');
  for (const line of ['report 1 done', 'report 9 done', 'report', 'report x done']) {
    await stage.command(line);
    expect(told().at(-1)).toBe('Write the number of a report that is open: report 1 done');
  }
  expect(said(phone)).toHaveLength(heard);
  expect(told()).toContain('Lucía Romero is skipped: has not agreed to it.');
  expect(stage.errors).toEqual([]);
});

test('behavior: dispatch asks for a location, and hears it only from drivers on shift', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  const here = { type: 'location', latitude: 19.4326, longitude: -99.1332 } as const;
  await phone.send(here);
  expect(phone.lastMessage?.text).toBe('No estás en turno, así que no pasé tu ubicación a nadie.');
  await stage.command(`locate ${lucia}`);
  expect(told()).toEqual(['Lucía Romero is not on shift.']);
  await startShift(phone);
  await phone.tap('Enviar mi ubicación');
  expect(phone.lastMessage?.payload).toMatchObject({ interactive: { type: 'location_request_message' } });
  await phone.send(here);
  expect(phone.lastMessage?.text).toBe('Gracias, la central ya ve dónde estás.');
  await stage.command('locate 525512345678');
  expect(phone.lastMessage?.text).toBe('¿Dónde estás? La central verá tu ubicación.');
  expect(told().at(-1)).toBe('Lucía Romero is at 19.4326, -99.1332.');
  expect(stage.errors).toEqual([]);
});

test('error: an answer outside the window is refused, and the staff sees why', async () => {
  const { stage, told } = await open();
  const phone = stage.phone(lucia);
  await phone.say('operador');
  await stage.wait('25h');
  await stage.command(`answer ${lucia} Ya voy`);
  expect(told().at(-1)).toMatch(/^Lucía Romero was not reached: WhatsApp refused the call with code 131047/);
  await stage.command('release +16505551234');
  expect(told().at(-1)).toBe('No driver has the number +16505551234.');
  expect(stage.errors).toEqual([]);
});

test('behavior: a reaction to an answer is no message to answer', async () => {
  const { stage } = await open();
  const phone = stage.phone(lucia);
  await phone.say('Hola');
  await phone.react('👍');
  expect(said(phone)).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});

test('behavior: the templates keep the rules of Meta', () => {
  expect(validateTemplates(Object.values(shiftNotice))).toEqual([]);
});
