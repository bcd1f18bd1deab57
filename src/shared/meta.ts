/** The Graph API version that calls use unless the client says otherwise. Released 2026-07-29; releases and ends: `graph-versions.ts`. */
export const defaultApiVersion = 'v26.0';

/** Where the Graph API is. */
export const graphUrl = 'https://graph.facebook.com';

/**
 * The hosts of Meta that get the access token.
 *
 * Sources: Meta, "Media": download URLs are on lookaside.fbsbx.com. Changelog of June 2026: some operations are on api.facebook.com.
 */
export const metaHosts = ['graph.facebook.com', 'api.facebook.com', 'lookaside.fbsbx.com'] as const;

/** The root of Meta's documentation of the platform, without a slash at its end. */
export const docsRoot = 'https://developers.facebook.com/documentation/business-messaging/whatsapp';

/** The root of Meta's documentation of Flows, which has another tree. */
export const flowDocsRoot = 'https://developers.facebook.com/docs/whatsapp/flows';
