export { chatButtonHtml, type ChatButtonParams } from './chat-button-html.ts';
export { createQrCode, type QrCode, type CreateQrCodeParams } from './create-qr-code.ts';
export { deleteQrCode, type DeleteQrCodeParams } from './delete-qr-code.ts';
export { getQrCode, type GetQrCodeParams } from './get-qr-code.ts';
export { listQrCodes, type ListQrCodesParams } from './list-qr-codes.ts';
export { renderQrSvg, type RenderQrSvgParams } from './render-qr-svg.ts';
export { renderQrText } from './render-qr-text.ts';
export { updateQrCode, type UpdateQrCodeParams } from './update-qr-code.ts';
export { waMeLink, type WaMeLinkParams } from './wa-me-link.ts';
