import { type ApiResponse, parseResponse } from '../../../transport/transport.ts';

/** Reads the data points of a nested answer; an empty list if the field is missing because there was no data. */
export function getDataPoints<T>(field: string): (reply: ApiResponse) => readonly T[] {
  return (reply) => {
    const json = parseResponse<Readonly<Record<string, unknown>>>({ [field]: 'object?' })(reply)[field];
    const { data } = parseResponse<{ readonly data?: unknown }>({ data: 'array?' })({
      ...reply,
      json: json ?? {},
    });
    type Parts = readonly { readonly data_points?: readonly T[] | null }[];
    const parts = parseResponse<Parts>([{ data_points: 'array?' }])({ ...reply, json: data ?? [] });
    return parts.flatMap((part) => part.data_points ?? []);
  };
}
