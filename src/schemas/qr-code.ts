import { docsRoot } from '../shared/meta.ts';
import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

const docs = `${docsRoot}/qr-codes`;

/** The kinds of QR image that Meta draws. */
const qrImageFormats = ['PNG', 'SVG'] as const;

const prefilledMessage = () => characters(140);
const createSchema = () =>
  z.strictObject({
    prefilledMessage: prefilledMessage(),
    imageFormat: z.optional(z.enum(qrImageFormats)),
  });
const updateSchema = () => z.strictObject({ prefilledMessage: prefilledMessage(), code: characters(14) });

/** Says what Meta would refuse in a new QR code. Never throws. */
export const validateNewQrCode = (body: unknown): Issue[] => issuesFrom(createSchema, body, docs);

/** Says what Meta would refuse in a change of a QR code. Never throws. */
export const validateQrCodeChange = (body: unknown): Issue[] => issuesFrom(updateSchema, body, docs);
