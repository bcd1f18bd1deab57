import type { TemplateComponentPayload } from '../../templates/payload.ts';

/** A ready-made text of the template library. */
export interface LibraryEntry {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: 'UTILITY' | 'AUTHENTICATION';
  readonly topic: string;
  readonly usecase: string;
  readonly industry: readonly string[];
  readonly body: string;
  readonly body_params: readonly string[];
  readonly components: readonly TemplateComponentPayload[];
}

const entry = (
  id: string,
  name: string,
  topic: string,
  usecase: string,
  body: string,
  body_params: readonly string[],
): LibraryEntry => ({
  id,
  name,
  language: 'en_US',
  category: 'UTILITY',
  topic,
  usecase,
  industry: ['E_COMMERCE'],
  body,
  body_params,
  components: [{ type: 'BODY', text: body, example: { body_text: [body_params] } }],
});

// DATA. A library of ours, in the form of Meta's: enough to build and test against. Meta's own texts are Meta's.
export const templateLibrary: readonly LibraryEntry[] = [
  entry(
    '7147013345418927',
    'shipment_on_its_way',
    'ORDER_MANAGEMENT',
    'SHIPMENT_CONFIRMATION',
    'Good news, {{1}}: order {{2}} has left our warehouse.',
    ['Ana', 'A-17'],
  ),
  entry(
    '7138055039625658',
    'delivery_today',
    'ORDER_MANAGEMENT',
    'DELIVERY_UPDATE',
    'Hello {{1}}, order {{2}} is out for delivery today.',
    ['Ana', 'A-17'],
  ),
  entry(
    '7170232003057102',
    'payment_received',
    'PAYMENTS',
    'PAYMENT_CONFIRMATION',
    'Thank you, {{1}}. We have received your payment of {{2}}.',
    ['Ana', '25 EUR'],
  ),
  entry(
    '7368148543234611',
    'how_did_we_do',
    'CUSTOMER_FEEDBACK',
    'FEEDBACK_SURVEY',
    'Hello {{1}}, how satisfied are you with order {{2}} so far?',
    ['Ana', 'A-17'],
  ),
];
