export { contactKey, isSameContact } from './contact-key.ts';
export {
  createIdentities,
  type ContactIds,
  type Identities,
  type IdentityFact,
  type IdentityRecord,
} from './identities.ts';
export {
  toIdentityFacts,
  toSendFact,
  type IdentityEvent,
  type RawUser,
  type SendReply,
} from './identity-facts.ts';
