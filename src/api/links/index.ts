export { createQrCode, type QrCode, type CreateQrCodeParams } from './create-qr-code.ts';
export { deleteQrCode, type DeleteQrCodeParams } from './delete-qr-code.ts';
export { getQrCode, type GetQrCodeParams } from './get-qr-code.ts';
export { listQrCodes, type ListQrCodesParams } from './list-qr-codes.ts';
export { updateQrCode, type UpdateQrCodeParams } from './update-qr-code.ts';
