import { UsageError } from '../../errors/usage-error.ts';
import type { Bsuid } from '../../shared/ids.ts';
import type { Issue } from '../../shared/issue.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** The roles that can hold a thread. */
export type ThreadRole = 'ai_agent' | 'ctwa' | 'customer_service' | 'escalation' | 'marketing' | 'utility';

/** Whose thread, and what to do with it. Exactly one of `to` and `recipient`. */
export interface ControlThreadParams extends NumberTarget {
  /** `pass` gives the thread to another role, `release` leaves it without a role, `take` takes it. Only the escalation role may take. */
  readonly action: 'pass' | 'release' | 'take';
  /** The customer's phone number with `+`, or the WhatsApp ID. */
  readonly to?: string | undefined;
  /** The customer's business-scoped user id. */
  readonly recipient?: Bsuid | undefined;
  /** For `pass`: who gets it. */
  readonly controlPass?: { readonly target_role: ThreadRole } | undefined;
  /** A note for the next responder: up to 2,000 characters. */
  readonly metadata?: string | undefined;
}

/**
 * Hands the conversation with a customer over between responders of one number (Conversation Routing). The owner gets `messages`, the
 * others `standby`; who sends without owning it gets error 131070. Others' changes come by the webhook `messaging_handovers`.
 *
 * Source: Meta's changelog of September 2026, "Conversation Routing". Confidence: likely.
 *
 * @example
 * await controlThread(client, { action: 'pass', to: '+16505551234', controlPass: { target_role: 'customer_service' } }); // { request_id: '…' }
 */
export async function controlThread(
  client: Client,
  params: ControlThreadParams,
  options?: CallOptions,
): Promise<{ readonly request_id: string }> {
  const { phoneNumberId, action, to, recipient, controlPass, metadata } = params;
  const issues: Issue[] = [];
  if ((to === undefined) === (recipient === undefined)) {
    issues.push({ path: 'to', message: 'exactly one of to and recipient is needed', limit: 1 });
  }
  if ((action === 'pass') !== (controlPass !== undefined)) {
    issues.push({ path: 'controlPass', message: 'is needed for pass, and only there' });
  }
  if ((metadata?.length ?? 0) > 2000) {
    issues.push({ path: 'metadata', message: 'has more than 2,000 characters', limit: 2000 });
  }
  if (issues.length > 0)
    throw new UsageError({ summary: 'The thread cannot be handed over like this.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/thread_control`,
      body: jsonBody({
        messaging_product: 'whatsapp',
        action,
        to,
        recipient,
        control_pass: controlPass,
        metadata,
      }),
      idempotency: 'unsafe',
      sensitive: [to, recipient].filter((id) => id !== undefined),
      parse: parseResponse<{ readonly request_id: string }>({ request_id: 'string' }),
    },
    options,
  );
}
