/** How WhatsApp sends a file: by the first half of its MIME type, and all else as a document. */
export function getFileKind(mimeType: string): 'image' | 'video' | 'audio' | 'document' {
  const [kind] = mimeType.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}
