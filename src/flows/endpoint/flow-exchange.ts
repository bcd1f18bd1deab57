/** The data of a screen, by the names in the Flow JSON. */
export type FlowData = Readonly<Record<string, unknown>>;

/** The properties of every request about an open Flow. */
export interface FlowExchange {
  /** What happened: `INIT`, `data_exchange` or `BACK`. */
  readonly action: string;
  /** The data API version: `3.0`, `4.0`. */
  readonly version: string;
  /** The token that you sent with the Flow message; use it to find the user and the order. */
  readonly flow_token: string;
  /** A JWT that proves the token, from data API 4.0 and Flow JSON 7.3; see `requireFlowTokenSignature`. */
  readonly flow_token_signature?: string | undefined;
}

/** Meta's health check. */
export interface FlowPing {
  /** The data API version: `3.0`, `4.0`. */
  readonly version: string;
  /** Always `ping`; the endpoint answers `{ data: { status: 'active' } }`. */
  readonly action: 'ping';
}

/** The user opened a Flow that was sent with `flow_action: 'data_exchange'`. */
export interface FlowInit extends FlowExchange {
  /** Always `INIT`: sent once, when the Flow opens. */
  readonly action: 'INIT';
  /** The first screen, if the message named one; empty or missing otherwise. Your answer chooses the screen that is shown. */
  readonly screen?: string | undefined;
  /** The `flow_action_payload.data` of the message; missing if it had none. */
  readonly data?: FlowData | undefined;
}

/** The user submitted a screen. Checkout Flows name their step in `data.sub_action` (`get_coupons`, `apply_coupon`, …). */
export interface FlowDataExchange extends FlowExchange {
  /** Always `data_exchange`: sent by each action of that name in the Flow JSON. */
  readonly action: 'data_exchange';
  /** The screen that was submitted, by its id in the Flow JSON. */
  readonly screen?: string | undefined;
  /** The `payload` of the action in the Flow JSON, its bindings filled with what the user entered. */
  readonly data?: FlowData | undefined;
}

/** The user went back to a screen with `refresh_on_back`. */
export interface FlowBack extends FlowExchange {
  /** Always `BACK`. */
  readonly action: 'BACK';
  /** The screen that the user left, by its id in the Flow JSON. */
  readonly screen?: string | undefined;
  /** What WhatsApp sends with the way back; usually empty. */
  readonly data?: FlowData | undefined;
}

/** WhatsApp could not use your last answer and reports why. */
export interface FlowErrorNotice extends FlowExchange {
  /** The action whose answer failed: `INIT`, `data_exchange`, `BACK`. */
  readonly action: string;
  /** The screen on which your answer could not be used. */
  readonly screen?: string | undefined;
  /** The error. Meta documents the key as `error`; it was `error_key` before. */
  readonly data: {
    readonly error?: string | undefined;
    readonly error_key?: string | undefined;
    readonly error_message?: string | undefined;
  };
}

/** The next screen and its data; `error_message` in the data shows a notice on that screen. */
export interface FlowScreen {
  /** The screen to show, by its id in the Flow JSON; `SUCCESS` closes the Flow (`completeFlow`). `routing_model` must allow the step. */
  readonly screen: string;
  /** The values of the screen's data model, by name; types must fit those in the Flow JSON. Default: none. */
  readonly data?: FlowData | undefined;
}

const expired: unique symbol = Symbol.for('wabakit.expired-flow-token');

/** The answer that closes the Flow because its token is no longer valid; {@link expireFlowToken} creates it. */
export interface ExpiredFlowToken {
  readonly [expired]: true;
  /** The text that the user sees; without it WhatsApp shows its own. */
  readonly error_msg?: string | undefined;
}

/** The answer of a handler. */
export type FlowAnswer = FlowScreen | ExpiredFlowToken;

/** Returns whether a handler returned an answer at all. Its properties are not checked: checkout Flows answer some steps without a screen. */
export const isFlowAnswer = (value: unknown): value is FlowAnswer =>
  typeof value === 'object' && value !== null;

/** Returns whether an answer is an {@link ExpiredFlowToken} and not a screen. */
export const isExpiredFlowToken = (answer: FlowAnswer): answer is ExpiredFlowToken => expired in answer;

/**
 * Creates the answer that the flow token is no longer valid (HTTP 427): WhatsApp closes the Flow, shows your message and disables its button.
 *
 * Source: Meta, "Flows: error codes".
 *
 * @param message The text that the user sees, such as `The order has already been placed`. Default: a general text of WhatsApp.
 *
 * @example
 * const on = { dataExchange: (request) => isPaid(request.flow_token) ? expireFlowToken('Already paid') : { screen: 'PAY' } };
 * // HTTP 427, {"error_msg":"Already paid"} encrypted
 */
export function expireFlowToken(message?: string): ExpiredFlowToken {
  return { [expired]: true, error_msg: message };
}

/**
 * Creates the answer that the Flow is complete: WhatsApp closes it and sends the parameters to your webhook in an `nfm_reply` message.
 *
 * Source: Meta, "Implementing endpoints for Flows: final response payload".
 *
 * @example
 * completeFlow(request.flow_token, { order: 'A-17' });
 * // { screen: 'SUCCESS', data: { extension_message_response: { params: { flow_token: '…', order: 'A-17' } } } }
 */
export function completeFlow(flowToken: string, parameters: FlowData = {}): FlowScreen {
  return {
    screen: 'SUCCESS',
    data: { extension_message_response: { params: { ...parameters, flow_token: flowToken } } },
  };
}
