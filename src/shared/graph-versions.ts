// DATA. Versions of the Graph API: number, release, last day of which Meta says that it still answers (undefined: not announced).
// Source: Meta, "Graph API versions" (updated 2026-10-29) and the post "Introducing Graph API v27 and Marketing API v27" (2026-11-04). Confidence: high.
// Older versions are left out: none of them answered after the Cloud API's first years.
const versions: readonly (readonly [major: number, released: string, expires: string | undefined])[] = [
  [27, '2026-11-04', undefined],
  [26, '2026-07-29', undefined],
  [25, '2026-02-18', '2028-07-29'],
  [24, '2025-10-08', '2028-02-18'],
  [23, '2025-05-29', '2027-10-08'],
  [22, '2025-01-21', '2027-05-20'],
  [21, '2024-10-02', '2027-01-21'],
  [20, '2024-05-21', '2026-09-24'],
  [19, '2024-01-23', '2026-05-21'],
  [18, '2023-09-12', '2026-01-26'],
  [17, '2023-05-23', '2025-09-12'],
  [16, '2023-02-02', '2025-05-14'],
  [15, '2022-09-15', '2024-11-20'],
  [14, '2022-05-25', '2024-09-17'],
  [13, '2022-02-08', '2024-05-28'],
];

/** The oldest and the newest version that answer at a time in epoch milliseconds, by number: 26 for v26.0. Days begin at midnight UTC. */
export function graphVersionsAt(at: number): { readonly oldest: number; readonly newest: number } {
  const day = new Date(at).toISOString().slice(0, 10);
  const living = versions
    .filter(([, released, expires]) => day >= released && (expires === undefined || day < expires))
    .map(([major]) => major);
  // Before the first release of the table its oldest version answers.
  const [newest = 13] = living;
  return { oldest: living.at(-1) ?? newest, newest };
}
