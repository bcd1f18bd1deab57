import { need, getNumber, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { toText, type JsonObject } from '../kernel/json.ts';
import { paged } from '../http/paging.ts';
import type { QrCodeRecord } from '../kernel/records.ts';

// Meta, "QR codes and short links".
const mostCodes = 2_000;
const messageLength = 140;

const getCodes = (call: Call): readonly QrCodeRecord[] =>
  [...call.context.state.qrCodes.values()].filter(({ phoneNumberId }) => phoneNumberId === call.id);

function node(call: Call, { code, prefilledMessage }: QrCodeRecord): JsonObject {
  const asked =
    toText(call.fields['generate_qr_image']) ??
    /qr_image_url\.format\((\w+)\)/.exec(toText(call.fields['fields']) ?? '')?.[1];
  return {
    code,
    prefilled_message: prefilledMessage,
    deep_link_url: `https://wa.me/message/${code}`,
    ...(asked === undefined
      ? {}
      : { qr_image_url: `https://scontent.example/qr/${code}.${asked.toLowerCase()}` }),
  };
}

function find(call: Call, code: string): QrCodeRecord {
  const found = call.context.state.qrCodes.get(code);
  if (found?.phoneNumberId === call.id) return found;
  throw new GraphError(100, { details: `No QR code has the code ${code}` });
}

function checkMessage(call: Call): string {
  const message = need(call, 'prefilled_message');
  if (message.length <= messageLength) return message;
  throw new GraphError(100, {
    details: `Param prefilled_message must be at most ${messageLength} characters long`,
  });
}

function save(call: Call): RouteResult {
  const phoneNumberId = getNumber(call).id;
  const prefilledMessage = checkMessage(call);
  const code = toText(call.fields['code']);
  if (code !== undefined) {
    const known = find(call, code);
    known.prefilledMessage = prefilledMessage;
    return node(call, known);
  }
  if (getCodes(call).length >= mostCodes)
    throw new GraphError(100, { details: `A number has at most ${mostCodes} QR codes` });
  const made = { code: call.context.ids.qrCode(), phoneNumberId, prefilledMessage };
  call.context.state.qrCodes.set(made.code, made);
  return node(call, made);
}

function remove(call: Call): RouteResult {
  call.context.state.qrCodes.delete(find(call, call.extra ?? '').code);
  return { success: true };
}

export const qrCodeRoutes: RouteTable = {
  'GET phone/message_qrdls': (call) =>
    paged(
      call,
      getCodes(call).map((code) => node(call, code)),
    ),
  'POST phone/message_qrdls': save,
  'GET phone/message_qrdls/*': (call) => ({ data: [node(call, find(call, call.extra ?? ''))] }),
  'DELETE phone/message_qrdls/*': remove,
};
