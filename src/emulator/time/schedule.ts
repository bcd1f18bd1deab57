/** Something that falls due at an instant. Jobs are plain data, so that a snapshot can hold them. */
export interface Task<Job> {
  readonly due: number;
  /** Order among tasks of the same instant: first come, first served. */
  readonly order: number;
  readonly job: Job;
}

/** Tasks by instant: a binary heap, since a campaign holds hundreds of thousands of them. */
export interface Schedule<Job> {
  add(due: number, job: Job): void;
  /** When the next task falls due. */
  next(): number | undefined;
  /** Takes the next task if it is due by then. */
  take(by: number): Job | undefined;
  /** Every task, unordered. */
  tasks(): readonly Task<Job>[];
  /** Puts other tasks in place of these. */
  load(tasks: readonly Task<Job>[]): void;
}

const before = (one: Task<unknown>, other: Task<unknown>): boolean =>
  one.due < other.due || (one.due === other.due && one.order < other.order);

export function createSchedule<Job>(): Schedule<Job> {
  let heap: Task<Job>[] = [];
  let order = 0;

  const push = (task: Task<Job>): void => {
    let index = heap.push(task) - 1;
    for (;;) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || before(parent, task)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = task;
  };

  const sink = (task: Task<Job>): void => {
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      let child = heap[below];
      const right = heap[below + 1];
      if (child && right && before(right, child)) {
        child = right;
        below += 1;
      }
      if (child === undefined || before(task, child)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = task;
  };

  return {
    add: (due, job) => {
      push({ due, order: order++, job });
    },
    next: () => heap[0]?.due,
    take(by) {
      const [first] = heap;
      if (first === undefined || first.due > by) return undefined;
      const last = heap.pop();
      if (last && heap.length > 0) sink(last);
      return first.job;
    },
    tasks: () => heap,
    load(tasks) {
      heap = [];
      for (const task of tasks) push(task);
      order = tasks.reduce((most, task) => Math.max(most, task.order + 1), 0);
    },
  };
}
