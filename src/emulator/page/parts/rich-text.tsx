import { readMarkdown, type Piece } from '../format/markdown.ts';

function Part({ piece }: { readonly piece: Piece }) {
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'link':
      return (
        <a href={piece.text} target="_blank" rel="noopener noreferrer">
          {piece.text}
        </a>
      );
    case 'bold':
      return <strong>{parts(piece.pieces)}</strong>;
    case 'italic':
      return <em>{parts(piece.pieces)}</em>;
    case 'strike':
      return <s>{parts(piece.pieces)}</s>;
  }
}

const parts = (pieces: readonly Piece[]) => pieces.map((piece, index) => <Part key={index} piece={piece} />);

/** A message's text with its marks, in the direction of its own script. */
export function RichText({ text }: { readonly text: string }) {
  return (
    <p class="rich-text" dir="auto">
      {parts(readMarkdown(text))}
    </p>
  );
}
