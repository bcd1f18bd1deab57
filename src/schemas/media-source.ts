// DATA. What people put in the place of a media id or a link, and Meta does not take. Sources: Meta, "Resumable Upload API" (handles begin with
// a number and a colon, such as `4::aW…`); Meta, "Media" (files on lookaside.fbsbx.com need the access token); reports of users for
// scontent.whatsapp.net, where Meta keeps the samples of templates: its own fetcher gets 403 there, and the message fails with 131053 (August
// 2026, tried with v13.0 and v24.0). Gathered 2026-11-28. Confidence: high for handles and lookaside, medium for scontent.

/** Whether a text is a handle of the Resumable Upload API. */
export const isUploadHandle = (text: string): boolean => /^\d+:/.test(text);

/** Whether a text can be a media id. None holds a colon, as handles and URLs do. */
export const isMediaId = (text: string): boolean => !text.includes(':');

/** Whether Meta can fetch a link: not from the hosts of its own content. */
export const isFetchable = (link: string): boolean =>
  !/^https?:\/\/(lookaside\.fbsbx\.com|scontent[\w.-]*\.whatsapp\.net)(?![\w.-])/i.test(link);

/** What is wrong with a media id that is none. */
export const notMediaId =
  'is not a media id, which uploadMedia gives; a URL goes into link, a handle of uploadFile into samples and profile pictures';

/** What is wrong with a handle that is none. */
export const notUploadHandle = 'is not a handle such as 4::aW…, which uploadFile gives';

/** What is wrong with a link to Meta's own content. */
export const notFetchable = 'is on a host from which Meta cannot fetch; send the id that uploadMedia gives';
