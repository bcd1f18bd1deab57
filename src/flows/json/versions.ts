// The versions of Flow JSON and of the data API, and what each may still do.
// Source: Meta, "WhatsApp Flows changelog: currently supported versions", read 2026-11-28; confidence high. That data API 4.0 needs Flow JSON
// 7.3 is what the validator of Meta's Flow Builder checks; confidence high.

/** The newest version of Flow JSON that this package knows. */
export const newestFlowJson = '7.3';

/** The versions in which a Flow can be published and sent, oldest first. */
export const publishableVersions = ['5.1', '6.0', '6.1', '6.2', '6.3', '7.0', '7.1', '7.2', newestFlowJson];

/** The versions whose published Flows can still be sent, but in which none can be published. */
export const sendableOnlyVersions = ['2.1', '3.0', '3.1', '4.0', '5.0'];

/** The versions of the data API, oldest first, with the oldest Flow JSON that can use each. */
export const dataApiVersions = [
  { version: '3.0', since: '5.1' },
  { version: '4.0', since: '7.3' },
] as const;

const form = /^([1-9]\d?)\.(\d{1,2})$/;

/** Returns the version as a number that can be compared, such as 703 for `7.3`; `undefined` for any other text. */
export function toVersionNumber(version: unknown): number | undefined {
  const [, major, minor] = (typeof version === 'string' && form.exec(version)) || [];
  return major === undefined ? undefined : Number(major) * 100 + Number(minor);
}

/** Returns whether a version is at least another one. Both must have the form of a version. */
export const isAtLeast = (version: string, other: string): boolean =>
  (toVersionNumber(version) ?? 0) >= (toVersionNumber(other) ?? 0);
