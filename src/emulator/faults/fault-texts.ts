import { describeErrorCode } from '../../errors/codes.ts';
import type { GraphErrorParts } from '../kernel/graph-error.ts';
import type { FaultEffect } from './faults.ts';

type FaultTexts = Pick<GraphErrorParts, 'details' | 'userMessage'>;

const noCause = 'The emulator was asked for this refusal: nothing is wrong with the call.';

// DATA. What the emulator says with a code or subcode whose hint points to Meta's words (`describeErrorCode`), when a rule gives no texts.
// Which field carries the words: Meta, "Error codes", and the replies that users report. The words are ours. Confidence: high for the field
// of the codes that have `details`, medium for the others.
const textsByCode: Readonly<Record<number, FaultTexts>> = {
  100: { details: noCause },
  131008: { details: noCause },
  132018: { details: noCause },
  133008: { details: 'The PIN was guessed too often. Try again in 10 minutes.' },
  133009: { details: 'The PIN was guessed too fast. Try again in 1 minute.' },
  134011: { userMessage: 'Accept the terms at https://business.facebook.com/ before you use payments.' },
  136024: { userMessage: 'Codes were requested too often. Try again in 1 hour.' },
  138012: { details: 'The limit of calls to this user is reached. The next call is allowed in 24 hours.' },
  139001: { details: noCause },
  139002: { details: noCause },
  2388023: {
    userMessage:
      "New content for this language can't be added while the existing content is being deleted. Try again in 30 days or use another name.",
  },
  2388039: { userMessage: noCause },
  2388040: { userMessage: 'The body has more characters than the 1,024 that are allowed.' },
  2388043: { userMessage: 'The component of type HEADER lacks its field example.' },
  2388103: { userMessage: 'The account that the number would move to is not approved yet.' },
};

/** Returns the texts of a reply that a failure rule asks for: those of the rule, else the usual ones of its code. */
export function toFaultTexts({
  code = 0,
  subcode,
  details,
  userTitle,
  userMessage,
}: FaultEffect): GraphErrorParts {
  const info = describeErrorCode(code, subcode);
  const usual = details === undefined && userMessage === undefined ? textsByCode[subcode ?? code] : undefined;
  const isForPeople = usual?.userMessage !== undefined || (subcode ?? 0) >= 1_000_000;
  return {
    subcode,
    details: details ?? usual?.details,
    userTitle: userTitle ?? (isForPeople ? info?.title : undefined),
    userMessage: userMessage ?? usual?.userMessage,
  };
}
