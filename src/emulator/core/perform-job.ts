import type { Job } from '../kernel/jobs.ts';
import { actAsPersona } from '../phones/persona-act.ts';
import { expireMedia } from '../media/media-store.ts';
import { reportStatus } from '../messages/statuses.ts';
import { review, unpause } from '../templates/template-life.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** Does what fell due. */
export function performJob(context: EmulatorContext, job: Exclude<Job, { kind: 'attempt' | 'flush' }>): void {
  switch (job.kind) {
    case 'status':
      reportStatus(context, job.wamid, job.status);
      break;
    case 'review':
      review(context, job.templateId);
      break;
    case 'expire':
      expireMedia(context, job.mediaId);
      break;
    case 'unpause':
      unpause(context, job.templateId);
      break;
    case 'persona':
      actAsPersona(context, job.wamid, job.act);
      break;
  }
}
