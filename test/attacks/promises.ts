/** An area of `docs/promises.md`, in the order of the page. */
export const areas = [
  'Sending',
  'Secrets and hosts',
  'Webhooks',
  'Once and in order',
  'Tenants',
  'Callbacks',
  'Files and media',
  'Stores',
  'Flows',
  'Emulator and command line',
] as const;

interface Row {
  readonly area: (typeof areas)[number];
  readonly sentence: string;
}

/** What wabakit promises. Each row is proved by the tests that name its id with `promise`; a row without a test fails the suite. */
export const promises = {
  'abort-sends-nothing': {
    area: 'Sending',
    sentence: 'A call that is aborted before its first byte sends nothing.',
  },
  'cut-points': {
    area: 'Sending',
    sentence:
      'A send that fails at any of 12 points of a connection is never doubled, and its error says whether it may have arrived.',
  },
  'calls-leave-nothing': {
    area: 'Sending',
    sentence: 'Calls leave no timer, no listener and no open request behind, also those that fail.',
  },
  'never-sent': {
    area: 'Sending',
    sentence: 'A send is repeated only if its connection never came to be.',
  },
  'late-answers': {
    area: 'Sending',
    sentence: 'A second answer on a connection that rests is not taken for the answer to the next send.',
  },
  'hostile-urls': {
    area: 'Secrets and hosts',
    sentence: 'The access token goes only to Meta and to hosts that you add.',
  },
  'no-secret-shown': {
    area: 'Secrets and hosts',
    sentence: 'No token, app secret, proof, PIN or key shows in an error, a log line or a trace.',
  },
  'signed-bodies': {
    area: 'Webhooks',
    sentence: 'A body that was signed with the app secret is accepted.',
  },
  'forged-bodies': {
    area: 'Webhooks',
    sentence: 'A body that was changed after it was signed is refused.',
  },
  'one-gigabyte': {
    area: 'Webhooks',
    sentence:
      'A body that is too large is refused, not read to its end, and raises memory by at most 16 MiB.',
  },
  'save-is-whole': {
    area: 'Files and media',
    sentence: 'A process that is killed while it saves a file leaves no cut file under its name.',
  },
  'downloads-end': {
    area: 'Files and media',
    sentence: 'A download that stands still, or never ends, is ended.',
  },
  'web-addresses-only': {
    area: 'Secrets and hosts',
    sentence: 'A fetch of your own is called with http and https addresses only.',
  },
  'linear-text': {
    area: 'Files and media',
    sentence: 'Work on names and texts of others grows with their length, not with its square.',
  },
  'no-canary': {
    area: 'Secrets and hosts',
    sentence: 'No token, app secret, phone number or text is in an error, a log line, a trace or an output.',
  },
  'callbacks-change-nothing': {
    area: 'Callbacks',
    sentence:
      'A callback that throws, rejects or never ends does not end the process, and one that only listens changes no outcome.',
  },
  'flow-round-trips': {
    area: 'Flows',
    sentence: 'A Flow request is decrypted and its response encrypted without a change.',
  },
  'flow-tampering': {
    area: 'Flows',
    sentence: 'A Flow request that was changed is refused.',
  },
} as const satisfies Readonly<Record<string, Row>>;

export type PromiseId = keyof typeof promises;
