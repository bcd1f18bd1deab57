/** One value of a component, in Meta's spelling. */
export type TemplateSendParameter = {
  readonly type: string;
  /** Only in templates with named placeholders. */
  readonly parameter_name?: string;
  readonly text?: string;
  readonly [key: string]: unknown;
};

/** One filled-in component of a template message, in Meta's spelling. */
export type TemplateSendComponent = {
  readonly type:
    | 'header'
    | 'body'
    | 'button'
    | 'carousel'
    | 'limited_time_offer'
    | 'order_status'
    | 'tap_target_configuration';
  /** Of a button. */
  readonly sub_type?: string;
  /** Of a button: its place among the template's buttons, from 0. */
  readonly index?: number;
  readonly parameters?: readonly TemplateSendParameter[];
  readonly cards?: readonly {
    readonly card_index: number;
    readonly components: readonly TemplateSendComponent[];
  }[];
};

/** The `template` object of a message, as it goes over the wire. */
export type TemplateObject = {
  readonly name: string;
  readonly language: { readonly code: string };
  readonly components?: readonly TemplateSendComponent[];
};
