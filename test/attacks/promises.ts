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
  'locked-sqlite': {
    area: 'Stores',
    sentence:
      'A program that locks the SQLite file for up to 30 seconds loses no webhook and blocks no event loop.',
  },
  'unreadable-rows': {
    area: 'Stores',
    sentence: 'A damaged row of a queue becomes a dead letter and holds no other up.',
  },
  'full-redis': {
    area: 'Stores',
    sentence:
      'A Redis server whose memory is full refuses new webhooks, and the worker handles those that it accepted.',
  },
  'evicting-redis': {
    area: 'Stores',
    sentence: 'A Redis server that deletes webhooks when its memory is full is warned of.',
  },
  'lost-claim-reply': {
    area: 'Stores',
    sentence: 'An event is handled once if the connection to Redis is cut before the reply that locked it.',
  },
  'store-error': {
    area: 'Stores',
    sentence: 'An idempotency store that fails is reported, and Meta is asked to deliver again.',
  },
  'repeated-errors': {
    area: 'Stores',
    sentence: 'An error that Meta sends without an id is told again when it happens again.',
  },
  'stored-headers': {
    area: 'Stores',
    sentence: 'Cookies, tokens and keys in the headers of a request are stored nowhere.',
  },
  'queue-outage': {
    area: 'Stores',
    sentence: 'A queue that cannot be reached is reported once, and when it answers again.',
  },
  'full-memory-store': {
    area: 'Stores',
    sentence: 'A memory store costs the same per event when it is full.',
  },
  'body-memory': {
    area: 'Webhooks',
    sentence:
      'A body takes at most twice its limit of memory before its signature is checked, in whatever chunks it comes.',
  },
  'body-declared': {
    area: 'Webhooks',
    sentence: 'A body that declares a size over the limit is refused before it is read.',
  },
  'body-slow': {
    area: 'Webhooks',
    sentence: 'A body that does not arrive in time is refused, and its connection is closed.',
  },
  'body-items': {
    area: 'Webhooks',
    sentence:
      'A signed body with too many items is answered, handled by no handler and reported once as a whole.',
  },
  'body-items-queued': {
    area: 'Webhooks',
    sentence: 'A signed body with too many items becomes a dead letter of the queue at its first attempt.',
  },
  'response-lost': {
    area: 'Webhooks',
    sentence:
      'A response that was sent or closed by something else crashes nothing: the events are handled, and it is reported once.',
  },
  'tenant-forgery': {
    area: 'Tenants',
    sentence:
      'A tenant that signs an event with the ids of another one neither has it handled nor keeps the real one from being handled.',
  },
  'tenant-forgery-queued': {
    area: 'Tenants',
    sentence:
      'Through a queue and its worker, an event with the ids of another tenant is not handled and keeps no real one from being handled.',
  },
  'tenant-by-secret': {
    area: 'Tenants',
    sentence:
      'Without ids of tenants, an event that another secret signed does not keep the real one from being handled.',
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
  'killed-workers': {
    area: 'Once and in order',
    sentence: 'A worker that is killed loses nothing: the next worker has its webhooks within one lease.',
  },
  'order-across-workers': {
    area: 'Once and in order',
    sentence: 'The messages of one user are processed in order, however many workers share the queue.',
  },
  'renewed-leases': {
    area: 'Once and in order',
    sentence: 'A handler may take longer than a lease: it is renewed, and the event is processed once.',
  },
  'clock-steps': {
    area: 'Once and in order',
    sentence: 'A clock that is set by an hour, forward or back, neither doubles an event nor holds one up.',
  },
  'same-message-twice': {
    area: 'Once and in order',
    sentence:
      'A message that comes twice, in one body or in two, is processed once, and again if the first attempt fails.',
  },
  'hung-neighbour': {
    area: 'Once and in order',
    sentence: 'A handler that hangs or is slow for one user holds nobody else up.',
  },
  'handler-timeout': {
    area: 'Once and in order',
    sentence:
      'A handler that takes too long is stopped: its calls are refused, and its event is tried again.',
  },
  http2: {
    area: 'Webhooks',
    sentence: 'A webhook over HTTP/2 is accepted like one over HTTP/1.',
  },
  lambda: {
    area: 'Webhooks',
    sentence:
      'A webhook through AWS Lambda is accepted from API Gateway and from load balancers, with single headers and lists, text and base64.',
  },
} as const satisfies Readonly<Record<string, Row>>;

export type PromiseId = keyof typeof promises;
