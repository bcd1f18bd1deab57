import type { CallPermissionPayload } from '../schemas/interactive-buttons.ts';

/**
 * Builds the content of a message that asks whether the business may call. One in 24 hours and two in 7 days per user.
 *
 * Source: Meta, "User call permissions".
 *
 * @example
 * callPermissionRequest({ body: 'May we call you about order 17?' }).interactive.action.name; // 'call_permission_request'
 */
export const callPermissionRequest = ({
  body,
}: {
  /** 1 to 1,024 characters. Without it the user does not learn why. */
  readonly body?: string | undefined;
} = {}): { readonly type: 'interactive'; readonly interactive: CallPermissionPayload } => ({
  type: 'interactive',
  interactive: {
    type: 'call_permission_request',
    ...(body !== undefined && { body: { text: body } }),
    action: { name: 'call_permission_request' },
  },
});
