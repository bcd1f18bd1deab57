export { createPhoneNumber, type CreatePhoneNumberParams } from './create-phone-number.ts';
export { deleteContact, type DeleteContactParams } from './delete-contact.ts';
export { deleteUsername } from './delete-username.ts';
export { deregisterPhoneNumber } from './deregister-phone-number.ts';
export { getAccountNumber, type GetAccountNumberParams } from './get-account-number.ts';
export { getBot, type Bot, type GetBotParams } from './get-bot.ts';
export { getConversationalAutomation } from './get-conversational-automation.ts';
export { getEncryptionKey, type EncryptionKey } from './get-encryption-key.ts';
export { getPhoneNumber, type GetPhoneNumberParams } from './get-phone-number.ts';
export {
  getSettings,
  type PhoneNumberSettings,
  type CallingSettings,
  type PayloadEncryption,
  type StorageConfiguration,
  type GetSettingsParams,
} from './get-settings.ts';
export { getUsernameSuggestions } from './get-username-suggestions.ts';
export { getUsername, type Username } from './get-username.ts';
export {
  listMessageHistoryEvents,
  type MessageHistoryNode,
  type ListMessageHistoryEventsParams,
} from './list-message-history-events.ts';
export {
  listMessageHistory,
  type MessageHistoryEvent,
  type MessageHistoryEntry,
  type ListMessageHistoryParams,
} from './list-message-history.ts';
export { listPhoneNumbers, type ListPhoneNumbersParams } from './list-phone-numbers.ts';
export { overrideWebhook, type OverrideWebhookParams } from './override-webhook.ts';
export type { PhoneNumberField, PhoneNumber } from './phone-number.ts';
export { registerPhoneNumber, type RegisterPhoneNumberParams } from './register-phone-number.ts';
export { requestCode, type RequestCodeParams } from './request-code.ts';
export { requestDisplayName, type RequestDisplayNameParams } from './request-display-name.ts';
export { setEncryptionKey, type SetEncryptionKeyParams } from './set-encryption-key.ts';
export { setPin, type SetPinParams } from './set-pin.ts';
export { setSearchVisibility, type SetSearchVisibilityParams } from './set-search-visibility.ts';
export { setUsername, type SetUsernameParams } from './set-username.ts';
export { syncAppData, type SyncAppDataParams } from './sync-app-data.ts';
export {
  updateConversationalAutomation,
  type UpdateConversationalAutomationParams,
} from './update-conversational-automation.ts';
export { updateSettings, type UpdateSettingsParams } from './update-settings.ts';
export { verifyCode, type VerifyCodeParams } from './verify-code.ts';
export type { BotCommand, ConversationalAutomation } from '../../schemas/conversational-automation.ts';
