/** What prevents one part of the account from sending. */
export interface HealthEntity {
  /** `PHONE_NUMBER`, `WABA`, `BUSINESS`, `APP` or `MESSAGE_TEMPLATE`. */
  readonly entity_type: string;
  readonly id: string;
  /** `AVAILABLE`, `LIMITED` or `BLOCKED`. */
  readonly can_send_message: string;
  readonly can_receive_call_sip?: string | undefined;
  readonly additional_info?: readonly string[] | undefined;
  readonly errors?:
    | readonly {
        readonly error_code: number;
        readonly error_description?: string | undefined;
        readonly possible_solution?: string | undefined;
      }[]
    | undefined;
}

/** Whether messages can be sent, and if not, why. */
export interface HealthStatus {
  /** The worst of the parts: `AVAILABLE`, `LIMITED` or `BLOCKED`. */
  readonly can_send_message: string;
  readonly entities: readonly HealthEntity[];
}
