import { createPhoneNumber } from './create-phone-number.ts';
import { deleteContact } from './delete-contact.ts';
import { deregisterPhoneNumber } from './deregister-phone-number.ts';
import { getAccountNumber } from './get-account-number.ts';
import { getPhoneNumber } from './get-phone-number.ts';
import { listMessageHistory } from './list-message-history.ts';
import { listMessageHistoryEvents } from './list-message-history-events.ts';
import { listPhoneNumbers } from './list-phone-numbers.ts';
import { registerPhoneNumber } from './register-phone-number.ts';
import { requestCode } from './request-code.ts';
import { requestDisplayName } from './request-display-name.ts';
import { setPin } from './set-pin.ts';
import { syncAppData } from './sync-app-data.ts';
import { verifyCode } from './verify-code.ts';

/** Registers, verifies and reads business phone numbers, their history and their contacts. */
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
  getAccountNumber,
  syncAppData,
  deleteContact,
  listMessageHistory,
  listMessageHistoryEvents,
};
