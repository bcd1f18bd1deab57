/** The values of a screen, named as the Flow JSON names them. */
export type FlowData = Readonly<Record<string, unknown>>;

/** What every exchange carries. */
export interface FlowExchange {
  readonly action: string;
  /** The data API version: `3.0`, `4.0`. */
  readonly version: string;
  /** The token that you sent with the Flow message: it tells which user and which order this is. */
  readonly flow_token: string;
  /** From data API 4.0 and Flow JSON 7.3: a JWT that proves the token; see `requireFlowTokenSignature`. */
  readonly flow_token_signature?: string | undefined;
}

/** Meta's health check. */
export interface FlowPing {
  readonly version: string;
  readonly action: 'ping';
}

/** The user opened a Flow whose message said `flow_action: 'data_exchange'`. */
export interface FlowInit extends FlowExchange {
  readonly action: 'INIT';
  readonly screen?: string | undefined;
  readonly data?: FlowData | undefined;
}

/** The user submitted a screen. Checkout Flows name their step in `data.sub_action` (`get_coupons`, `apply_coupon`, …). */
export interface FlowDataExchange extends FlowExchange {
  readonly action: 'data_exchange';
  /** The screen that was submitted. */
  readonly screen?: string | undefined;
  readonly data?: FlowData | undefined;
}

/** The user went back to a screen with `refresh_on_back`. */
export interface FlowBack extends FlowExchange {
  readonly action: 'BACK';
  readonly screen?: string | undefined;
  readonly data?: FlowData | undefined;
}

/** WhatsApp could not use your last answer and says why. */
export interface FlowErrorNotice extends FlowExchange {
  /** The action that failed: `INIT`, `data_exchange`, `BACK`. */
  readonly action: string;
  readonly screen?: string | undefined;
  /** What was wrong. Meta's pages spell the key `error`, older captures `error_key`. */
  readonly data: {
    readonly error?: string | undefined;
    readonly error_key?: string | undefined;
    readonly error_message?: string | undefined;
  };
}

/** The next screen and its data; `error_message` in the data shows a notice on that screen. */
export interface FlowScreen {
  readonly screen: string;
  readonly data?: FlowData | undefined;
}

const expired: unique symbol = Symbol.for('wabakit.expired-flow-token');

/** The answer that closes the Flow because its token is used up; made by {@link expireFlowToken}. */
export interface ExpiredFlowToken {
  readonly [expired]: true;
  readonly error_msg?: string | undefined;
}

/** What a handler answers. */
export type FlowAnswer = FlowScreen | ExpiredFlowToken;

/** Tells an {@link ExpiredFlowToken} from a screen. */
export const isExpiredFlowToken = (answer: FlowAnswer): answer is ExpiredFlowToken => expired in answer;

/**
 * Answers that the flow token is no longer valid (HTTP 427): WhatsApp closes the Flow, shows your message and disables its button.
 *
 * Source: Meta, "Flows: error codes".
 *
 * @param message What the user reads, such as `The order has already been placed`. Without it WhatsApp shows a general text.
 *
 * @example
 * const on = { dataExchange: (request) => isPaid(request.flow_token) ? expireFlowToken('Already paid') : { screen: 'PAY' } };
 * // HTTP 427, {"error_msg":"Already paid"} encrypted
 */
export function expireFlowToken(message?: string): ExpiredFlowToken {
  return { [expired]: true, error_msg: message };
}

/**
 * Answers that the Flow is done: WhatsApp closes it and posts the parameters to your message webhook as an `nfm_reply`.
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
