import { type RequestBody, streamBody } from '../../transport/transport.ts';

/** What a form holds: plain fields, and one file as a stream. */
export interface MultipartStreamParts {
  readonly fields: Readonly<Record<string, string>>;
  readonly name: string;
  readonly type: string;
  readonly open: () => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>;
  /** The size of the file in bytes, where it is known. */
  readonly size?: number | undefined;
  /** Sees the size so far; what it throws ends the stream. */
  readonly check: (bytes: number, done: boolean) => void;
}

// As the HTML standard has it: these three are the only signs that could end the quoted name.
const quoted = (name: string): string =>
  name.replace(/["\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** Builds a multipart form around a stream, which is read only as fast as it is sent. */
export function multipartStream(parts: MultipartStreamParts): RequestBody {
  const { fields, name, type, open, size, check } = parts;
  const boundary = `wabakit-${crypto.randomUUID()}`;
  const text = new TextEncoder();
  const head = text.encode(
    Object.entries(fields)
      .map(
        ([field, value]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
      .join('') +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(name)}"\r\n` +
      `Content-Type: ${type.replace(/[\r\n]/g, '')}\r\n\r\n`,
  );
  const tail = text.encode(`\r\n--${boundary}--\r\n`);

  return streamBody(
    async () => {
      const reader = (await open()).getReader();
      let sent = 0;
      return new ReadableStream<Uint8Array>(
        {
          start: (controller) => controller.enqueue(head),
          async pull(controller) {
            const { done, value } = await reader.read();
            sent += value?.length ?? 0;
            try {
              check(sent, done);
            } catch (error) {
              await reader.cancel();
              throw error;
            }
            controller.enqueue(value ?? tail);
            if (done) controller.close();
          },
          cancel: (reason) => reader.cancel(reason),
        },
        { highWaterMark: 1 },
      );
    },
    {
      type: `multipart/form-data; boundary=${boundary}`,
      length: size === undefined ? undefined : head.length + size + tail.length,
    },
  );
}
