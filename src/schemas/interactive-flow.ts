import * as z from 'zod/mini';
import { anyText } from './checks.ts';
import { commonParts, type InteractiveBase } from './interactive-parts.ts';

/** What opens a Flow: its id or its name, exactly one. Source: Meta, "Sending a Flow". */
export interface FlowParameters {
  readonly flow_message_version: '3';
  readonly flow_id?: string | undefined;
  readonly flow_name?: string | undefined;
  /** The text of the button; Meta advises at most 30 characters and no emoji. */
  readonly flow_cta: string;
  /** Comes back with the answer; Meta's default is `unused`. */
  readonly flow_token?: string | undefined;
  /** Meta's default is `published`. */
  readonly mode?: 'draft' | 'published' | undefined;
  /** Meta's default is `navigate`. */
  readonly flow_action?: 'navigate' | 'data_exchange' | undefined;
  /** For `navigate` only. `data` must not be empty. */
  readonly flow_action_payload?:
    | { readonly screen?: string | undefined; readonly data?: Readonly<Record<string, unknown>> | undefined }
    | undefined;
}

/** A message whose button opens a Flow. */
export interface FlowPayload extends InteractiveBase {
  readonly type: 'flow';
  readonly action: { readonly name: 'flow'; readonly parameters: FlowParameters };
}

export const flowSchema = () => {
  const data = z
    .record(z.string(), z.unknown())
    .check(z.refine((fields) => Object.keys(fields).length > 0, { error: 'is empty; leave it out instead' }));
  const parameters = z
    .strictObject({
      flow_message_version: z.literal('3'),
      flow_id: z.optional(anyText()),
      flow_name: z.optional(anyText()),
      flow_cta: anyText(),
      flow_token: z.optional(anyText()),
      mode: z.optional(z.enum(['draft', 'published'])),
      flow_action: z.optional(z.enum(['navigate', 'data_exchange'])),
      flow_action_payload: z.optional(
        z.strictObject({ screen: z.optional(anyText()), data: z.optional(data) }),
      ),
    })
    .check(
      z.refine((flow) => (flow.flow_id === undefined) !== (flow.flow_name === undefined), {
        error: 'needs exactly one of flow_id and flow_name',
      }),
      z.refine((flow) => flow.flow_action !== 'data_exchange' || flow.flow_action_payload === undefined, {
        error: 'has a flow_action_payload, which goes with flow_action navigate only',
      }),
    );
  return z.strictObject({
    type: z.literal('flow'),
    ...commonParts(),
    action: z.strictObject({ name: z.literal('flow'), parameters }),
  });
};
