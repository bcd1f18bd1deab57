import { readText, type Block, type Piece } from '../format/markdown.ts';

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

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'lines':
      return <p dir="auto">{parts(block.pieces)}</p>;
    case 'quote':
      return (
        <blockquote class="text-quote" dir="auto">
          {parts(block.pieces)}
        </blockquote>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'bullets':
      return (
        <ul dir="auto">
          {block.items.map(({ pieces }, index) => (
            <li key={index}>{parts(pieces)}</li>
          ))}
        </ul>
      );
    case 'numbers':
      return (
        <ol dir="auto">
          {block.items.map(({ number, pieces }, index) => (
            <li key={index} value={number}>
              {parts(pieces)}
            </li>
          ))}
        </ol>
      );
  }
}

/** A message's text as WhatsApp shows it, each part in the direction of its own script. */
export function RichText({ text }: { readonly text: string }) {
  return (
    <div class="rich-text">
      {readText(text).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}
