import { createQrCode } from './create-qr-code.ts';
import { deleteQrCode } from './delete-qr-code.ts';
import { getQrCode } from './get-qr-code.ts';
import { listQrCodes } from './list-qr-codes.ts';
import { updateQrCode } from './update-qr-code.ts';

/** Manages QR codes and short links. */
export const linkOperations = {
  createQrCode,
  updateQrCode,
  getQrCode,
  listQrCodes,
  deleteQrCode,
};
