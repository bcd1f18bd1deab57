import type { FlowPayload } from '../schemas/interactive-flow.ts';
import { interactiveParts, type InteractiveParts } from './interactive-parts.ts';
import { checkParams } from '../errors/check-params.ts';

/** A message that opens a Flow. */
export interface FlowMessageParams extends InteractiveParts {
  /** The Flow, by its id or by its name. */
  readonly flow:
    { readonly id: string; readonly name?: undefined } | { readonly name: string; readonly id?: undefined };
  /** The text of the button; Meta advises at most 30 characters and no emoji. */
  readonly button: string;
  /** Comes back with the answer. Default: Meta's, `unused`. */
  readonly token?: string | undefined;
  /** `draft` tries an unpublished Flow out. Default: Meta's, `published`. */
  readonly mode?: 'draft' | 'published' | undefined;
  /** `data_exchange` asks the endpoint for the first screen. Default: Meta's, `navigate`. */
  readonly action?: 'navigate' | 'data_exchange' | undefined;
  /** The first screen; for `navigate` only. */
  readonly screen?: string | undefined;
  /** What the first screen gets; not empty. Its keys are never changed. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Builds the content of a message whose button opens a Flow.
 *
 * Source: Meta, "Sending a Flow".
 *
 * @example
 * flow({ body: 'Book a table', button: 'Book', flow: { id: '1' }, screen: 'TIME' }).interactive.action.parameters;
 * // { flow_message_version: '3', flow_id: '1', flow_cta: 'Book', flow_action: 'navigate', flow_action_payload: { screen: 'TIME' } }
 */
export function flow(params: FlowMessageParams): {
  readonly type: 'interactive';
  readonly interactive: FlowPayload;
} {
  const { flow, button, token, mode, action, screen, data, ...parts } = checkParams('flow', params, {
    body: true,
    button: true,
    flow: true,
    header: false,
    footer: false,
    token: false,
    mode: false,
    action: false,
    screen: false,
    data: false,
  });
  const payload = { ...(screen !== undefined && { screen }), ...(data && { data }) };
  const hasPayload = Object.keys(payload).length > 0;
  const flowAction = action ?? (hasPayload ? 'navigate' : undefined);
  return {
    type: 'interactive',
    interactive: {
      type: 'flow',
      ...interactiveParts(parts),
      action: {
        name: 'flow',
        parameters: {
          flow_message_version: '3',
          ...(flow.id === undefined ? { flow_name: flow.name } : { flow_id: flow.id }),
          flow_cta: button,
          ...(token !== undefined && { flow_token: token }),
          ...(mode && { mode }),
          ...(flowAction && { flow_action: flowAction }),
          ...(hasPayload && { flow_action_payload: payload }),
        },
      },
    },
  };
}
