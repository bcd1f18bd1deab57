import * as media from '../../src/api/media/index.ts';
import type { Contract } from './contract.ts';

const mediaId = '2621233374848975';
const sessionId = 'upload:MTphdHRhY2g=?sig=ARZqkGCA';

/** Media, one call each; what takes several calls is tested in test/media. */
export const mediaContracts: readonly Contract[] = [
  {
    name: 'uploadMedia',
    covers: 'POST /{Phone-Number-ID}/media',
    call: (client) =>
      media.uploadMedia(client, {
        file: new TextEncoder().encode('pdf'),
        type: 'application/pdf',
        filename: 'a.pdf',
        ttlMinutes: 60,
      }),
    sent: 'POST /1061/media',
    body: {
      messaging_product: 'whatsapp',
      type: 'application/pdf',
      ttl_minutes: '60',
      file: { name: 'a.pdf', type: 'application/pdf', text: 'pdf' },
    },
    reply: { id: mediaId },
    specIsWrong: 'the schema types the file of a form as text',
  },
  {
    name: 'getMedia',
    covers: 'GET /{Media-ID}',
    call: (client) => media.getMedia(client, { mediaId, phoneNumberId: '1061' }),
    sent: `GET /${mediaId}?phone_number_id=1061`,
    reply: {
      id: mediaId,
      url: 'https://lookaside.fbsbx.com/a',
      mime_type: 'image/jpeg',
      file_size: '303833',
      sha256: 'x',
    },
  },
  {
    name: 'deleteMedia',
    covers: 'DELETE /{Media-ID}',
    call: (client) => media.deleteMedia(client, { mediaId }),
    sent: `DELETE /${mediaId}`,
  },
  {
    name: 'createUploadSession',
    covers: 'POST /{APP_ID}/uploads',
    call: (client) =>
      media.createUploadSession(client, { fileName: 'a.png', fileLength: 4, fileType: 'image/png' }),
    sent: 'POST /6349/uploads?file_name=a.png&file_length=4&file_type=image/png',
    reply: { id: sessionId },
  },
  {
    name: 'getUploadOffset',
    covers: 'GET /{upload:ID}',
    call: (client) => media.getUploadOffset(client, { sessionId }),
    sent: 'GET /upload:MTphdHRhY2g=?sig=ARZqkGCA',
    auth: 'OAuth',
    reply: { id: sessionId, file_offset: 2 },
  },
  {
    name: 'uploadChunk',
    covers: 'POST /{upload:ID}',
    call: (client) => media.uploadChunk(client, { sessionId, fileOffset: 2, bytes: new Blob(['ng']) }),
    sent: 'POST /upload:MTphdHRhY2g=?sig=ARZqkGCA',
    auth: 'OAuth',
    headers: { file_offset: '2' },
    body: 'ng',
    reply: { h: '4:handle' },
    result: { handle: '4:handle' },
  },
];
