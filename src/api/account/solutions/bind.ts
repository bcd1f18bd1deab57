import { getSolution } from './get-solution.ts';
import { listAppSolutions } from './list-app-solutions.ts';
import { listSolutions } from './list-solutions.ts';

/** Reads the solutions that partners share. */
export const solutionOperations = {
  listSolutions,
  listAppSolutions,
  getSolution,
};
