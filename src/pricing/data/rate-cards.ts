import type { RateCard } from '../cards/rate-card.ts';
import { aed20261001 } from './aed-2026-10-01.ts';
import { brl20260701 } from './brl-2026-07-01.ts';
import { brl20261001 } from './brl-2026-10-01.ts';
import { eur20260401 } from './eur-2026-04-01.ts';
import { idr20260701 } from './idr-2026-07-01.ts';
import { idr20261001 } from './idr-2026-10-01.ts';
import { inr20250401 } from './inr-2025-04-01.ts';
import { inr20260701 } from './inr-2026-07-01.ts';
import { inr20261001 } from './inr-2026-10-01.ts';
import { usd20190101 } from './usd-2019-01-01.ts';
import { usd20220201 } from './usd-2022-02-01.ts';
import { usd20230601 } from './usd-2023-06-01.ts';
import { usd20240601 } from './usd-2024-06-01.ts';
import { usd20240801 } from './usd-2024-08-01.ts';
import { usd20241001 } from './usd-2024-10-01.ts';
import { usd20250201 } from './usd-2025-02-01.ts';
import { usd20250701 } from './usd-2025-07-01.ts';
import { usd20251001 } from './usd-2025-10-01.ts';
import { usd20260101 } from './usd-2026-01-01.ts';
import { usd20260401 } from './usd-2026-04-01.ts';
import { usd20260701 } from './usd-2026-07-01.ts';
import { usd20261001 } from './usd-2026-10-01.ts';

/** Every built-in rate card, the newest first. */
export const rateCards: readonly RateCard[] = [
  usd20261001,
  inr20261001,
  idr20261001,
  brl20261001,
  aed20261001,
  usd20260701,
  inr20260701,
  idr20260701,
  brl20260701,
  usd20260401,
  eur20260401,
  usd20260101,
  usd20251001,
  usd20250701,
  inr20250401,
  usd20250201,
  usd20241001,
  usd20240801,
  usd20240601,
  usd20230601,
  usd20220201,
  usd20190101,
];
