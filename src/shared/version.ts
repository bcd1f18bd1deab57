/** The Graph API version that calls use unless the client says otherwise. Source: Meta, "Graph API versions" (v26.0, 2026-07-29). */
export const defaultApiVersion = 'v26.0';
