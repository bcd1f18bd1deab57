import { deleteUsername } from './delete-username.ts';
import { getBot } from './get-bot.ts';
import { getConversationalAutomation } from './get-conversational-automation.ts';
import { getEncryptionKey } from './get-encryption-key.ts';
import { getSettings } from './get-settings.ts';
import { getUsername } from './get-username.ts';
import { getUsernameSuggestions } from './get-username-suggestions.ts';
import { overrideWebhook } from './override-webhook.ts';
import { setEncryptionKey } from './set-encryption-key.ts';
import { setSearchVisibility } from './set-search-visibility.ts';
import { setUsername } from './set-username.ts';
import { updateConversationalAutomation } from './update-conversational-automation.ts';
import { updateSettings } from './update-settings.ts';

/** Reads and changes how a business phone number behaves: settings, username, greetings, keys. */
export const phoneNumberSettingOperations = {
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
  getEncryptionKey,
  setEncryptionKey,
};
