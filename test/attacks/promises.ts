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
  'flow-round-trips': {
    area: 'Flows',
    sentence: 'A Flow request is decrypted and its response encrypted without a change.',
  },
  'flow-tampering': {
    area: 'Flows',
    sentence: 'A Flow request that was changed is refused.',
  },
  'flow-replays': {
    area: 'Flows',
    sentence: 'A Flow request that comes again is not run again.',
  },
  'flow-data': {
    area: 'Flows',
    sentence:
      'The data of a Flow holds no `__proto__`, nests at most 64 levels and keeps every digit of an id.',
  },
  'flow-short-keys': {
    area: 'Flows',
    sentence: 'A private key that is too short for Meta is refused.',
  },
  'flow-token-claims': {
    area: 'Flows',
    sentence: 'A flow token that has expired, is not valid yet, or says so in another form is refused.',
  },
  'emulator-own-secrets': {
    area: 'Emulator and command line',
    sentence:
      'The token and the app secret of the emulator differ per installation, and only its user reads them.',
  },
  'emulator-damaged-state': {
    area: 'Emulator and command line',
    sentence: 'A damaged state file is never overwritten.',
  },
  'emulator-atomic-state': {
    area: 'Emulator and command line',
    sentence: 'A kill while the emulator saves its state leaves the old state or the new one.',
  },
  'cli-closed-pipe': {
    area: 'Emulator and command line',
    sentence: 'A command whose reader goes away ends quietly.',
  },
  'cli-whole-files': {
    area: 'Emulator and command line',
    sentence: 'An interrupted command leaves the old file or the new one.',
  },
  'cli-control-characters': {
    area: 'Emulator and command line',
    sentence: 'No control character of foreign text reaches the terminal.',
  },
  'cli-short-errors': {
    area: 'Emulator and command line',
    sentence:
      'An error of the command says what is wrong with which file or address, and shows no stack and no secret.',
  },
  'emulator-foreign-callers': {
    area: 'Emulator and command line',
    sentence:
      'The emulator answers no foreign host name and no other web page, on any address it listens on.',
  },
  'emulator-malformed-actions': {
    area: 'Emulator and command line',
    sentence: 'A malformed action of the phone page is refused with a reason; none ends the emulator.',
  },
  'emulator-malformed-calls': {
    area: 'Emulator and command line',
    sentence: 'A malformed call to the emulator is refused as Meta refuses it, never with a server error.',
  },
  'emulator-frees-media': {
    area: 'Emulator and command line',
    sentence: 'The emulator frees the memory of a file when the file expires.',
  },
  'emulator-bounded-uploads': {
    area: 'Emulator and command line',
    sentence: 'The emulator refuses a body past its limit before it has read it.',
  },
} as const satisfies Readonly<Record<string, Row>>;

export type PromiseId = keyof typeof promises;
