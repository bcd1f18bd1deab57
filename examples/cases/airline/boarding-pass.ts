import type { Trip } from './data.ts';

/**
 * Draws a boarding pass: lines of text on one page. Put what prints your passes in its place; this one has no barcode, and letters of Latin-1 only.
 */
export function drawBoardingPass({ booking, flight }: Trip, day: string, boarding: string): Uint8Array {
  const lines = [
    `POLDER AIR ${flight.number}`,
    `${booking.name} ${booking.surname}`,
    `Amsterdam - ${flight.city}, ${day}`,
    `Gate ${flight.gate}, boarding ${boarding}, seat ${booking.seat}`,
  ];
  const shown = lines.map((line) => `(${line.replaceAll(/[\\()]/g, String.raw`\$&`)}) Tj T*`).join(' ');
  const content = `BT /F 16 Tf 28 TL 40 200 Td ${shown} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 440 260] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  let table = '0000000000 65535 f \n';
  for (const [index, object] of objects.entries()) {
    table += `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, 'latin1');
}
