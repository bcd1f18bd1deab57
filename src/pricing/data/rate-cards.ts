import type { RateCard } from '../rate-card.ts';
import { inr20261001 } from './inr-2026-10-01.ts';
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
  usd20260701,
  usd20260401,
  usd20260101,
  usd20251001,
  usd20250701,
];
