import type { Job } from '../kernel/jobs.ts';
import { actAsPersona } from '../phones/persona-act.ts';
import { reportStatus } from '../messages/statuses.ts';
import { review, unpause } from '../templates/template-life.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** Does what fell due. */
export function performJob(world: EmulatorContext, job: Exclude<Job, { kind: 'attempt' | 'flush' }>): void {
  switch (job.kind) {
    case 'status':
      reportStatus(world, job.wamid, job.status);
      break;
    case 'review':
      review(world, job.templateId);
      break;
    case 'unpause':
      unpause(world, job.templateId);
      break;
    case 'persona':
      actAsPersona(world, job.wamid, job.act);
      break;
  }
}
