/**
 * What a bundle costs, minified and gzipped. Each row is bundled as an ES module, which is what bundlers write today: as a script of its own, a bundle with
 * an `import()` gets a helper of 290 bytes that no user loads.
 */
const core = {
  path: ['dist/index.js', 'dist/transport/index.js', 'dist/api/index.js'],
  import: {
    'dist/index.js': '{ createCoreClient }',
    'dist/transport/index.js': '{ cloudApi, http }',
    'dist/api/index.js': '{ sendText }',
  },
  gzip: true,
};

/** The parts that are loaded with the first call that needs them; each has a row of its own. */
const lazy = {
  codes: './codes-*',
  fileTypes: './file-type-*',
  ky: './distribution-*',
  longAnswers: './read-answer-*',
  otherEncodings: './decode-answer-*',
  messages: './message-*',
  neverSent: './never-sent-*',
  repeater: './repeater-*',
  rooms: './rooms-*',
  submission: './submission-issues-*',
  templateModule: './template-module-*',
};
/** The names of files as an entry in dist/, and one in a folder of it, imports them. */
const fromAnywhere = (...names) => names.flatMap((name) => [name, `.${name}`]);
/** What `#core` itself can load later. */
const ofCore = fromAnywhere(
  lazy.ky,
  lazy.longAnswers,
  lazy.messages,
  lazy.neverSent,
  lazy.otherEncodings,
  lazy.repeater,
);
const allLazy = fromAnywhere(...Object.values(lazy));

/** A part as a program loads it that has loaded the client. */
const part = (name, file, limit, ignore = []) => ({
  name,
  path: `dist/${file}-*.js`,
  ignore: ['#core', ...ignore],
  limit,
  gzip: true,
});

const rows = [
  { ...core, name: 'a core client + send one text', ignore: allLazy, limit: '6 KB' },
  {
    ...core,
    name: 'a core client + send one text, on Node with its engine',
    platform: 'node',
    ignore: allLazy,
    limit: '8.3 KB',
  },
  {
    name: 'verify a signature only',
    path: 'dist/webhooks/index.js',
    import: '{ verifySignature }',
    ignore: ['./escape-body-*'],
    limit: '0.6 KB',
    gzip: true,
  },
  {
    name: 'parse and handle webhooks',
    path: 'dist/webhooks/index.js',
    import: '{ parseWebhook, createWebhookHandler }',
    ignore: [
      './create-consent-reader-*',
      '../create-consent-reader-*',
      '../dispatch-*',
      '../describe-caller-*',
      '../keep-own-*',
      './escape-body-*',
    ],
    limit: '12 KB',
    gzip: true,
  },
  {
    name: 'time limits, order and once per event, loaded with the first webhook',
    path: 'dist/dispatch-*.js',
    // A handler has loaded it.
    ignore: ['#core'],
    limit: '3.5 KB',
    gzip: true,
  },
  {
    name: 'the words of consent, loaded with the first webhook',
    path: 'dist/create-consent-reader-*.js',
    limit: '5 KB',
    gzip: true,
  },
  {
    name: 'the ids of a tenant, loaded with its first webhook',
    path: 'dist/keep-own-*.js',
    limit: '0.6 KB',
    gzip: true,
  },
  {
    name: 'the escaped form of a body, loaded when its bytes do not fit the signature',
    path: 'dist/escape-body-*.js',
    limit: '0.5 KB',
    gzip: true,
  },
  {
    name: 'which adapter a server needs, loaded when the handler is called by another one',
    path: 'dist/describe-caller-*.js',
    limit: '1 KB',
    gzip: true,
  },
  {
    name: 'quote with one USD card and its market map',
    path: 'dist/pricing/index.js',
    import: '{ quoteFromCard, usd20261001 }',
    limit: '10 KB',
    gzip: true,
  },
  {
    name: 'the full client, before its first call',
    path: 'dist/index.js',
    import: '{ createClient }',
    ignore: allLazy,
    limit: '17 KB',
    gzip: true,
  },
  {
    name: 'the full client and a small bot, before their first call',
    path: ['dist/index.js', 'dist/bot/index.js'],
    import: {
      'dist/index.js': '{ createClient }',
      'dist/bot/index.js': '{ createBot, defineDialogue, ask, isText }',
    },
    ignore: [...allLazy, './create-consent-reader-*', '../create-consent-reader-*', './human-words-*'],
    limit: '32 KB',
    gzip: true,
  },
  {
    name: 'the full client, everything that a first send of any kind loads on Node',
    path: 'dist/index.js',
    import: '{ createClient }',
    platform: 'node',
    ignore: allLazy,
    loads: lazy.messages,
    limit: '43 KB',
    gzip: true,
  },
  part(
    'the bound on the text of an answer, loaded with the first answer that comes over fetch',
    'read-answer',
    '0.7 KB',
  ),
  part(
    'which faults of fetch prove that nothing was sent, loaded with the first fault',
    'never-sent',
    '0.5 KB',
  ),
  part('answers that a server compressed unasked, loaded with the first on Node', 'decode-answer', '0.6 KB'),
  part('the rules of all kinds of messages, loaded with the first send that is no text', 'message', '24 KB'),
  part('all operations but sends, loaded with the first of them', 'rooms', '46 KB', allLazy),
  part('what error codes mean, loaded when a call is refused', 'codes', '8 KB'),
  part("ky, loaded with the first call over a fetch of the user's", 'distribution', '10 KB'),
  part('the types of files, loaded with the first upload', 'file-type', '24 KB'),
  part('the rules of templates, loaded with the first submission', 'submission-issues', '25 KB'),
  part('the writer of template modules, loaded with the first pull', 'template-module', '22 KB'),
  {
    name: 'define a template and send it',
    path: 'dist/templates/index.js',
    import: '{ defineTemplate, templateMessage }',
    limit: '5.5 KB',
    gzip: true,
  },
  {
    name: 'everything about pricing',
    path: 'dist/pricing/index.js',
    import: '*',
    limit: '40 KB',
    gzip: true,
  },
  {
    name: "which ids are one person's",
    path: 'dist/contacts/index.js',
    import: '*',
    limit: '2 KB',
    gzip: true,
  },
  {
    name: 'repeats and pace, loaded when a call needs them',
    path: 'dist/repeater-*.js',
    limit: '4 KB',
    gzip: true,
  },
];

export default rows.map(({ platform = 'browser', ignore = [], loads, ...row }) => ({
  ...row,
  // Without splitting, a part that is loaded later would be put into the same file, with its wrapper.
  ignore: [...ignore, ...ofCore].filter((name) => loads === undefined || !name.endsWith(loads)),
  modifyEsbuildConfig: (config) => ({ ...config, format: 'esm', platform }),
}));
