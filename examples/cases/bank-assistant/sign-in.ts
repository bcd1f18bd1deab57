/** The sign-in: a Flow whose token the program makes. A token is for one user, works once, and for 10 minutes. */
import type { DatabaseSync } from 'node:sqlite';
import type { WhatsAppClient } from 'wabakit';
import type { BotUser } from 'wabakit/bot';
import type { WebhookEvent } from 'wabakit/webhooks';
import * as z from 'zod/mini';
import { texts, type Language, type Texts } from './texts.ts';

const tenMinutes = 10 * 60_000;
const hour = 60 * 60_000;
const mostFailures = 3;

/** Returns the Flow JSON. It has no endpoint: nothing on its only screen depends on the bank's data. */
export function signInForm({ form }: Pick<Texts, 'form'>): object {
  const input = { name: 'customer_number', label: form.number, 'input-type': 'number', required: true };
  const payload = { customer_number: '${form.customer_number}', birth_date: '${form.birth_date}' };
  const children = [
    { type: 'TextBody', text: form.advice },
    { type: 'TextInput', ...input },
    { type: 'DatePicker', name: 'birth_date', label: form.birthDate, required: true },
    { type: 'Footer', label: form.send, 'on-click-action': { name: 'complete', payload } },
  ];
  const layout = { type: 'SingleColumnLayout', children };
  return { version: '7.3', screens: [{ id: 'SIGN_IN', title: form.title, terminal: true, layout }] };
}

/** Returns the id of the published Flow of a language, and publishes it in an account that has none. */
export async function findOrPublishFlow(
  { flows }: Pick<WhatsAppClient, 'flows'>,
  wabaId: string | undefined,
  language: Language,
): Promise<string> {
  const name = `merdu_sign_in_${language}`;
  for await (const flow of flows.list({ wabaId }))
    if (flow.name === name && flow.status === 'PUBLISHED') return flow.id;
  const flowJson = signInForm(texts[language]);
  const { id } = await flows.create({ wabaId, name, categories: ['SIGN_IN'], flowJson, publish: true });
  return id;
}

/** Makes a token for a form. */
export function startSignIn(database: DatabaseSync, { key }: BotUser, now: number): string {
  const token = crypto.randomUUID();
  database.prepare('INSERT INTO sign_ins (token, user, made_at) VALUES (?, ?, ?)').run(token, key, now);
  return token;
}

const formSchema = z.object({ flow_token: z.string(), customer_number: z.string(), birth_date: z.string() });

/** What a customer sent with the form. */
export type SignInForm = z.infer<typeof formSchema>;

/** Reads a form; `undefined` if the event is none. */
export function readForm(event: WebhookEvent): SignInForm | undefined {
  if (event.kind !== 'message' || event.type !== 'interactive' || event.interactive.type !== 'nfm_reply')
    return undefined;
  try {
    return formSchema.parse(JSON.parse(event.interactive.nfm_reply.response_json));
  } catch {
    return undefined;
  }
}

/** Whether a user failed so often in the last hour that only a person can help. */
export function isLocked(database: DatabaseSync, { key }: BotUser, now: number): boolean {
  const sql =
    'SELECT count(*) AS failures FROM sign_ins WHERE user = ? AND used_by IS NOT NULL AND customer IS NULL AND made_at > ?';
  return Number(database.prepare(sql).get(key, now - hour)?.['failures']) >= mostFailures;
}

/**
 * Uses the token of a form, whatever it says, and compares the data with those of the customer: what they know and the number that they write from.
 * A handler can run twice for one message, so the message that used a token may use it again.
 */
export function redeem(
  database: DatabaseSync,
  form: SignInForm,
  { user, wamid, now }: { readonly user: BotUser; readonly wamid: string; readonly now: number },
): 'signed in' | 'wrong' | 'locked' | 'unusable' {
  const token = database
    .prepare('SELECT 1 FROM sign_ins WHERE token = ? AND user = ? AND made_at > ? AND ifnull(used_by, ?) = ?')
    .get(form.flow_token, user.key, now - tenMinutes, wamid, wamid);
  if (token === undefined) return 'unusable';
  const customer = database
    .prepare('SELECT number FROM customers WHERE number = ? AND birth_date = ? AND wa_id = ?')
    .get(form.customer_number, form.birth_date, user.waId ?? null);
  database
    .prepare('UPDATE sign_ins SET used_by = ?, customer = ?, until = ? WHERE token = ?')
    .run(wamid, customer?.['number'] ?? null, now + tenMinutes, form.flow_token);
  if (customer !== undefined) return 'signed in';
  return isLocked(database, user, now) ? 'locked' : 'wrong';
}

/** Returns the account of a user who is signed in. */
export function findAccount(
  database: DatabaseSync,
  { key }: BotUser,
  now: number,
): { readonly ending: string; readonly balance: number } | undefined {
  const row = database
    .prepare(
      'SELECT ending, balance FROM sign_ins JOIN customers ON number = customer WHERE user = ? AND until > ? ORDER BY until DESC',
    )
    .get(key, now);
  return row && { ending: String(row['ending']), balance: Number(row['balance']) };
}
