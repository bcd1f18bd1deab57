/**
 * Files out and in: uploaded once and sent by id, checked before they cost anything, downloaded with everything verified.
 * Runs on the embedded emulator.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, isUsageError } from 'wabakit';
import { validateMedia, validateVoiceNote } from 'wabakit/operations';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const wa = createClient({
  accessToken: emulator.accessToken,
  phoneNumberId: emulator.phoneNumberId,
  wabaId: emulator.wabaId,
  appId: '670843887433847',
  fetch: emulator.fetch,
});
const ana = emulator.phone('+5511987654321');
await ana.say('Where is my invoice?');

const folder = await mkdtemp(join(tmpdir(), 'wabakit-media-'));
const invoice = join(folder, 'invoice.pdf');
await writeFile(invoice, '%PDF-1.7 …');

// #region upload
const { id } = await wa.media.upload({ file: invoice });
await wa.messages.sendDocument({ to: '+5511987654321', id, filename: 'Invoice A-17.pdf' });
// #endregion upload
await emulator.waitForIdle();
console.log('sent', ana.lastMessage?.type);

// #region check
console.log(validateMedia({ type: 'image/png', size: 6_000_000 })[0]?.message);
// is 6,000,000 bytes; at most 5,242,880 bytes are allowed for image/png
console.log(validateMedia({ type: 'audio/webm' })[0]?.message);
// is audio/webm, which WhatsApp does not take; convert it to OGG with the Opus codec: ffmpeg -i in.webm -c:a libopus -ac 1 out.ogg
// #endregion check

// #region voice
const recording = new TextEncoder().encode('ID3 …');
console.log(validateVoiceNote({ bytes: recording })[0]?.message);
// is MP3, not OGG with the Opus codec; convert it: ffmpeg -i in -c:a libopus -ac 1 out.ogg
// #endregion voice

// #region refused
try {
  await wa.media.upload({ file: recording, type: 'audio/ogg' });
} catch (error) {
  if (!isUsageError(error)) throw error;
  for (const { path, message } of error.issues) console.log(path, message);
}
// #endregion refused

const saved: string[] = [];
const handler = createWebhookHandler({
  appSecret: emulator.appSecret,
  verifyToken: emulator.verifyToken,
  on: {
    // #region save
    message: async (event) => {
      if (event.type !== 'document') return;
      const { id, url, sha256, filename } = event.document;
      const { path } = await wa.media.save({ mediaId: id, url, sha256, directory: folder, name: filename });
      saved.push(path.slice(folder.length + 1));
    },
    // #endregion save
  },
});
await emulator.webhook.subscribe(handler);
await ana.send({
  type: 'document',
  filename: '../../Receipt.pdf',
  bytes: new TextEncoder().encode('%PDF-1.7'),
});
await emulator.waitForIdle();
console.log('saved', saved);

// #region stream
const { stream, mimeType } = await wa.media.download({ mediaId: id, maxBytes: 5_000_000 });
const copy = new Response(stream, { headers: { 'content-type': mimeType ?? 'application/octet-stream' } });
// #endregion stream
console.log('downloaded', (await copy.arrayBuffer()).byteLength, 'bytes');

const logo = new Blob([new Uint8Array(1000)], { type: 'image/png' });
// #region picture
await wa.media.setProfilePicture({ file: logo });
const { handle } = await wa.media.uploadFile({ file: logo, filename: 'header.png' }); // for the header of a template
// #endregion picture
console.log('handle', handle.slice(0, 3));

// #region delete
await wa.media.delete({ mediaId: id });
// #endregion delete

await rm(folder, { recursive: true });
await emulator.close();
