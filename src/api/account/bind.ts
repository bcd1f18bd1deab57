import { createSchedule } from './create-schedule.ts';
import { getHealthStatus } from './get-health-status.ts';
import { getWaba } from './get-waba.ts';
import { listActivities } from './list-activities.ts';
import { listSchedules } from './list-schedules.ts';
import { updateWaba } from './update-waba.ts';

/** Reads and sets up an account. */
export const accountOperations = {
  get: getWaba,
  update: updateWaba,
  getHealthStatus,
  listActivities,
  listSchedules,
  createSchedule,
};
