export { controlThread, type ThreadRole, type ControlThreadParams } from './control-thread.ts';
