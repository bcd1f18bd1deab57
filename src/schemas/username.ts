import { docsRoot } from '../shared/meta.ts';
import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { issuesFrom } from './issues-from.ts';

const docs = `${docsRoot}/business-scoped-user-ids`;

const says = (test: (name: string) => boolean, error: string) => z.refine<string>(test, { error });

const schema = () =>
  z.object({
    username: z.string().check(
      z.minLength(3),
      z.maxLength(35),
      says((name) => /^[a-z0-9._]*$/.test(name), 'may hold a-z, 0-9, dot and underscore only'),
      says((name) => /[a-z]/.test(name), 'needs at least one letter'),
      says((name) => !/^\.|\.$|\.\./.test(name), 'may not begin or end with a dot, nor hold two in a row'),
      says((name) => !name.startsWith('www'), 'may not begin with www'),
      says((name) => !/\.(?:com|net|org|info|biz|html?|io|co)$/.test(name), 'may not end like a domain'),
    ),
  });

/** Says what Meta would refuse in a business username. Meta's list of domain endings is not public; the common ones are checked. Never throws. */
export const validateUsername = (body: unknown): Issue[] => issuesFrom(schema, body, docs);
