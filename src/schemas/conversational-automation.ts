import { docsRoot } from '../shared/meta.ts';
import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

const docs = `${docsRoot}/business-phone-numbers/conversational-components`;

/** A command that customers see when they type a slash. */
export interface BotCommand {
  /** 1 to 32 letters, digits or underscores, without the slash. */
  readonly command_name: string;
  /** 1 to 256 characters. */
  readonly command_description: string;
}

/** What greets a customer. Source: Meta, "Conversational components"; welcome messages ended on 27 March 2026. */
export interface ConversationalAutomation {
  /** Ice breakers: up to 4 questions of 1 to 80 characters. An empty list removes them. */
  readonly prompts?: readonly string[] | undefined;
  /** The commands that a slash offers: up to 30. An empty list removes them. */
  readonly commands?: readonly BotCommand[] | undefined;
}

const command = () =>
  z.strictObject({
    command_name: characters(32).check(
      z.refine((name) => /^\w+$/.test(name), { error: 'may hold letters, digits and underscores only' }),
    ),
    command_description: characters(256),
  });

const schema = (): z.ZodMiniType<ConversationalAutomation> =>
  z.strictObject({
    prompts: z.optional(z.array(characters(80)).check(z.maxLength(4))),
    commands: z.optional(z.array(command()).check(z.maxLength(30))),
  });

/** Says what Meta would refuse in ice breakers and commands. Never throws. */
export const validateConversationalAutomation = (body: unknown): Issue[] => issuesFrom(schema, body, docs);
