import { validateMedia } from '../../api/media/validate-media.ts';
import { toBase64 } from '../../shared/bytes.ts';
import { need, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError, noSuchObject } from '../kernel/graph-error.ts';
import { toText } from '../kernel/json.ts';
import { mediaUrl } from '../media/media-download.ts';
import { addMedia } from '../media/media-store.ts';
import type { MediaRecord, UploadRecord } from '../kernel/records.ts';

// The largest file that Meta takes: a document of 100 MB.
const largestFile = 100 * 2 ** 20;

async function upload(call: Call): Promise<RouteResult> {
  const file = call.files.get('file');
  if (file === undefined) throw new GraphError(100, { message: '(#100) The parameter file is required.' });
  if (need(call, 'messaging_product') !== 'whatsapp')
    throw new GraphError(100, { message: '(#100) The parameter messaging_product must be whatsapp.' });
  const mimeType = file.type === '' ? (toText(call.fields['type']) ?? '') : file.type;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [issue] = validateMedia({ type: mimeType, size: bytes.length, head: bytes });
  if (issue)
    throw new GraphError(100, {
      message: `(#100) Param file ${issue.message}`,
      details: `${issue.path} ${issue.message}`,
    });
  const { id } = await addMedia(call.context, call.id, { bytes, mimeType, fileName: file.name }, 30);
  return { id };
}

function mediaAt(call: Call): MediaRecord {
  const media = call.context.state.media.get(call.id);
  const owner = toText(call.fields['phone_number_id']);
  const isLiving = media !== undefined && media.expiresAt > call.context.now();
  if (!isLiving || (owner !== undefined && owner !== media.phoneNumberId))
    throw noSuchObject(call.method, call.id);
  return media;
}

function get(call: Call): RouteResult {
  const media = mediaAt(call);
  return {
    messaging_product: 'whatsapp',
    url: mediaUrl(call.context, media, call.url),
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: media.bytes.length,
    id: media.id,
  };
}

function remove(call: Call): RouteResult {
  call.context.state.media.delete(mediaAt(call).id);
  return { success: true };
}

function openUpload(call: Call): RouteResult {
  const fileLength = Number(need(call, 'file_length'));
  if (!Number.isInteger(fileLength) || fileLength < 1)
    throw new GraphError(100, { message: '(#100) Param file_length must be a positive integer.' });
  if (fileLength > largestFile)
    throw new GraphError(100, { message: `(#100) Param file_length must be at most ${largestFile}.` });
  const { ids, state } = call.context;
  const upload: UploadRecord = {
    id: `upload:${ids.token(32)}`,
    fileName: toText(call.fields['file_name']) ?? 'file',
    fileType: need(call, 'file_type'),
    fileLength,
    received: 0,
  };
  state.uploads.set(upload.id, upload);
  return { id: `${upload.id}?sig=${ids.token(24)}` };
}

function uploadAt(call: Call): UploadRecord {
  const upload = call.context.state.uploads.get(call.id);
  if (upload === undefined) throw noSuchObject(call.method, call.id);
  // Meta wants the word OAuth here, not Bearer.
  if (!/^OAuth\s/i.test(call.headers.get('authorization') ?? ''))
    throw new GraphError(190, {
      message: 'A resumable upload needs the header Authorization: OAuth <token>',
    });
  return upload;
}

function append(call: Call): RouteResult {
  const upload = uploadAt(call);
  const offset = Number(call.headers.get('file_offset') ?? 0);
  if (offset !== upload.received)
    throw new GraphError(100, {
      details: `file_offset: is ${offset}; the upload stands at ${upload.received}`,
    });
  const received = upload.received + call.bytes.length;
  if (received > upload.fileLength)
    throw new GraphError(100, {
      details: `The file is longer than the ${upload.fileLength} bytes that were announced`,
    });
  upload.received = received;
  if (received < upload.fileLength) return { id: upload.id, file_offset: received };
  upload.handle ??= `4::${toBase64(new TextEncoder().encode(upload.fileType))}:${call.context.ids.token(48)}`;
  return { h: upload.handle };
}

function getOffset(call: Call): RouteResult {
  const upload = uploadAt(call);
  return { id: upload.id, file_offset: upload.received };
}

export const mediaRoutes: RouteTable = {
  'POST phone/media': upload,
  'GET media': get,
  'DELETE media': remove,
  'POST app/uploads': openUpload,
  'POST upload': append,
  'GET upload': getOffset,
};
