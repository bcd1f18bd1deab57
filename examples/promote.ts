/**
 * Ways in for the customer: a link, a QR code for print, a button for the site, and a short link whose text can change later.
 * Runs on the embedded emulator.
 */
import { chatButtonHtml, renderQrSvg, renderQrText, waMeLink } from 'wabakit/links';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';

// #region link
const link = waMeLink({ phone: '+55 11 98765-4321', text: 'Tea & cake #1' });
console.log(link); // https://wa.me/5511987654321?text=Tea%20%26%20cake%20%231
// #endregion link

// #region qr
const svg = renderQrSvg({ link, title: 'Chat with the Green Shop' }); // for a page or a poster
console.log(renderQrText({ link })); // for a terminal
// #endregion qr
console.log('SVG of', svg.length, 'characters');

// #region button
const button = chatButtonHtml({
  phone: '+5511987654321',
  text: 'Hi!',
  label: 'Fale conosco no WhatsApp',
  className: 'chat',
});
console.log(button);
// #endregion button

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const wa = createClient({
  accessToken: emulator.accessToken,
  phoneNumberId: emulator.phoneNumberId,
  fetch: emulator.fetch,
});

// #region short
const code = await wa.links.createQrCode({ prefilledMessage: 'Cyber Monday', imageFormat: 'SVG' });
console.log(code.deep_link_url); // https://wa.me/message/…
await wa.links.updateQrCode({ code: code.code, prefilledMessage: 'Cyber Tuesday' }); // the printed code stays
for await (const { prefilled_message } of wa.links.listQrCodes()) console.log(prefilled_message); // Cyber Tuesday
await wa.links.deleteQrCode({ code: code.code });
// #endregion short

await emulator.close();
