import { createDataset } from './create-dataset.ts';
import { createSignup } from './create-signup.ts';
import { deleteWelcomeSequence } from './delete-welcome-sequence.ts';
import { getDataset } from './get-dataset.ts';
import { getSignup } from './get-signup.ts';
import { listSignups } from './list-signups.ts';
import { listWelcomeSequences } from './list-welcome-sequences.ts';
import { saveWelcomeSequence } from './save-welcome-sequence.ts';
import { updateSignup } from './update-signup.ts';

/** Manages welcome sequences, datasets and in-app signups. */
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
