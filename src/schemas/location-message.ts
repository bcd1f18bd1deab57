import * as z from 'zod/mini';
import { characters } from './checks.ts';

/** A place. Source: Meta, "Location messages". Meta prints the coordinates as numbers and as strings; both are taken. */
export interface LocationPayload {
  /** Degrees from -90 to 90. */
  readonly latitude: number | string;
  /** Degrees from -180 to 180. */
  readonly longitude: number | string;
  /** The name of the place. */
  readonly name?: string | undefined;
  /** Its address; shown only with a name. */
  readonly address?: string | undefined;
}

const degrees = (limit: number) =>
  z.union([z.number(), z.string()]).check(
    z.refine((value) => String(value).trim() !== '' && Math.abs(Number(value)) <= limit, {
      error: `is not a number of degrees from -${limit} to ${limit}`,
    }),
  );

export const locationSchema = () =>
  z.strictObject({
    latitude: degrees(90),
    longitude: degrees(180),
    name: z.optional(characters(1000)),
    address: z.optional(characters(1000)),
  });
