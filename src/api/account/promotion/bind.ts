import { createDataset } from './create-dataset.ts';
import { createSignup } from './create-signup.ts';
import { deleteWelcomeSequence } from './delete-welcome-sequence.ts';
import { getDataset } from './get-dataset.ts';
import { getSignup } from './get-signup.ts';
import { listSignups } from './list-signups.ts';
import { listWelcomeSequences } from './list-welcome-sequences.ts';
import { saveWelcomeSequence } from './save-welcome-sequence.ts';
import { updateSignup } from './update-signup.ts';

/** Sets up what ads lead to: welcome sequences, datasets and sign-ups. */
export const promotionOperations = {
  listWelcomeSequences,
  saveWelcomeSequence,
  deleteWelcomeSequence,
  getDataset,
  createDataset,
  createSignup,
  listSignups,
  getSignup,
  updateSignup,
};
