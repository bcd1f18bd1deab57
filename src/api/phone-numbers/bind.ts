import { createPhoneNumber } from './create-phone-number.ts';
import { deleteContact } from './delete-contact.ts';
import { deleteUsername } from './delete-username.ts';
import { deregisterPhoneNumber } from './deregister-phone-number.ts';
import { getAccountNumber } from './get-account-number.ts';
import { getBot } from './get-bot.ts';
import { getConversationalAutomation } from './get-conversational-automation.ts';
import { getEncryptionKey } from './get-encryption-key.ts';
import { getPhoneNumber } from './get-phone-number.ts';
import { getSettings } from './get-settings.ts';
import { getUsernameSuggestions } from './get-username-suggestions.ts';
import { getUsername } from './get-username.ts';
import { listMessageHistoryEvents } from './list-message-history-events.ts';
import { listMessageHistory } from './list-message-history.ts';
import { listPhoneNumbers } from './list-phone-numbers.ts';
import { overrideWebhook } from './override-webhook.ts';
import { registerPhoneNumber } from './register-phone-number.ts';
import { requestCode } from './request-code.ts';
import { requestDisplayName } from './request-display-name.ts';
import { setEncryptionKey } from './set-encryption-key.ts';
import { setPin } from './set-pin.ts';
import { setSearchVisibility } from './set-search-visibility.ts';
import { setUsername } from './set-username.ts';
import { syncAppData } from './sync-app-data.ts';
import { updateConversationalAutomation } from './update-conversational-automation.ts';
import { updateSettings } from './update-settings.ts';
import { verifyCode } from './verify-code.ts';

/** Sets up and reads business phone numbers. */
export const phoneNumberOperations = {
  list: listPhoneNumbers,
  get: getPhoneNumber,
  create: createPhoneNumber,
  requestCode,
  verifyCode,
  register: registerPhoneNumber,
  deregister: deregisterPhoneNumber,
  setPin,
  requestDisplayName,
  setSearchVisibility,
  overrideWebhook,
  getSettings,
  updateSettings,
  getUsername,
  setUsername,
  deleteUsername,
  getUsernameSuggestions,
  getConversationalAutomation,
  updateConversationalAutomation,
  getBot,
  getAccountNumber,
  getEncryptionKey,
  setEncryptionKey,
  syncAppData,
  deleteContact,
  listMessageHistory,
  listMessageHistoryEvents,
};
