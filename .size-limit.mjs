/**
 * What a bundle costs, minified and gzipped. Each row is bundled as an ES module, which is what bundlers write today: as a script of its own, a bundle with
 * an `import()` gets a helper of 290 bytes that no user loads.
 */
const rows = [
  {
    name: 'a core client + send one text',
    path: ['dist/index.js', 'dist/transport/index.js', 'dist/api/index.js'],
    import: {
      'dist/index.js': '{ createCoreClient }',
      'dist/transport/index.js': '{ cloudApi, http }',
      'dist/api/index.js': '{ sendText }',
    },
    limit: '6 KB',
    gzip: true,
    ignore: ['./repeater-*'],
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
    name: 'the full client, without what only an upload, a submission or a pull of templates loads',
    path: 'dist/index.js',
    import: '{ createClient }',
    ignore: ['./file-type-*', './submission-issues-*', './template-module-*', './repeater-*'],
    limit: '70 KB',
    gzip: true,
  },
  {
    name: 'the Markdown of a language model to messages',
    path: 'dist/bot/text/index.js',
    import: '{ whatsAppText }',
    limit: '50 KB',
    gzip: true,
  },
  {
    name: 'a menu',
    path: 'dist/bot/index.js',
    import: '{ menu }',
    limit: '3.5 KB',
    gzip: true,
  },
  {
    name: 'the full client and a small bot: 12 KB beside the client',
    path: ['dist/index.js', 'dist/bot/index.js'],
    import: {
      'dist/index.js': '{ createClient }',
      'dist/bot/index.js': '{ createBot, defineDialogue, ask, isText }',
    },
    ignore: [
      './file-type-*',
      './submission-issues-*',
      './template-module-*',
      './repeater-*',
      './create-consent-reader-*',
      './human-words-*',
    ],
    limit: '78 KB',
    gzip: true,
  },
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

export default rows.map((row) => ({
  ...row,
  modifyEsbuildConfig: (config) => ({ ...config, format: 'esm' }),
}));
