import { deletePreverifiedNumber } from './delete-preverified-number.ts';
import { getPreverifiedNumber } from './get-preverified-number.ts';
import { listPreverifiedNumbers } from './list-preverified-numbers.ts';
import { listPreverifiedPartners } from './list-preverified-partners.ts';
import { requestPreverifiedCode } from './request-preverified-code.ts';
import { sharePreverifiedNumber } from './share-preverified-number.ts';
import { unsharePreverifiedNumber } from './unshare-preverified-number.ts';
import { verifyPreverifiedCode } from './verify-preverified-code.ts';

/** Manages the pre-verified numbers of a partner. */
export const preverifiedNumberOperations = {
  listPreverifiedNumbers,
  getPreverifiedNumber,
  deletePreverifiedNumber,
  listPreverifiedPartners,
  requestPreverifiedCode,
  verifyPreverifiedCode,
  sharePreverifiedNumber,
  unsharePreverifiedNumber,
};
