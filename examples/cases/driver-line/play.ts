/** The people and the staff of the transcript. */
import type { Stage } from '../frame.ts';

/** Returns bytes that begin as a photo does. */
export function makePhoto(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/** Plays a shift. */
export async function play(stage: Stage): Promise<void> {
  const lucia = stage.phone('+525512345678');
  const diego = stage.phone('+541123456789');
  const grace = stage.phone('+553187654321');
  const pat = stage.phone('+16505551234');
  await lucia.say('Hola');
  await lucia.tap('Mis documentos');
  await lucia.tap('Iniciar turno');
  await lucia.tap('Sí, mándalos');
  await grace.say('Hello');
  await grace.tap('Start shift');
  await grace.tap('No, thanks');
  await diego.say('Buenos días');
  await diego.tap('Iniciar turno');
  await pat.say('Hi, I need a ride');
  await pat.say('Anybody there?');

  await stage.command('broadcast Calzada de Tlalpan cerrada hasta las 15:00');
  await stage.command('locate +525512345678');
  await lucia.send({ type: 'location', latitude: 19.4326, longitude: -99.1332 });

  await lucia.tap('Reportar un daño');
  await lucia.say('Av. Reforma 222');
  await lucia.tap('Vidrio');
  await lucia.send({ type: 'image', bytes: makePhoto(900) });
  await lucia.send({ type: 'image', bytes: makePhoto(60_000) });
  await stage.restart();
  await lucia.tap('Enviar y avisarme');

  await lucia.tap('Hablar con central');
  await lucia.say('¿Puedo seguir con el vidrio así?');
  await stage.command('answer +525512345678 No, vuelve a la base.');
  await stage.command('release +525512345678');
  await stage.wait('2h');
  await lucia.say('menu');
  await lucia.tap('Terminar turno');

  await stage.wait('25h');
  await stage.command('report 1 done');
}
