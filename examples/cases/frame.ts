/** What the five cases stand in: the emulator or Meta, customers, the screen of the staff, a transcript. A case is the folder beside this file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type WhatsAppClient } from 'wabakit';
import type { Bot } from 'wabakit/bot';
import { createEmulator, type Emulator, type EmulatorOptions, type EmulatorPhone } from 'wabakit/emulator';
import { createWebhookHandler, type WebhookHandler } from 'wabakit/webhooks';

/** What a program gets to work with. */
export interface Place {
  readonly client: WhatsAppClient;
  /** Returns the path of a file in the program's folder for data: `place.file('data.db')`. */
  readonly file: (name: string) => string;
  /** The time, in epoch milliseconds: the emulator's, or the machine's. */
  readonly now: () => number;
  /** Shows the staff a line: what a push will cost, whom a customer was handed over to. */
  readonly tell: (line: string) => void;
}

/** A program that runs. */
export interface Running {
  readonly bot: Pick<Bot, 'handlers' | 'sweep'>;
  /** What the staff can type: `delay KL605 45` calls `delay` with two words. */
  readonly commands: Readonly<Record<string, (...words: string[]) => Promise<void> | void>>;
  readonly close: () => void;
}

/** A case: a business, its program, and a play for its transcript. */
export interface Case {
  readonly name: string;
  /** The name that customers see. */
  readonly business: string;
  /** One sentence about it. */
  readonly about: string;
  /** The templates that Meta has approved. */
  readonly templates: NonNullable<EmulatorOptions['templates']>;
  /** The people who write. The first is the one in the transcript; on the page all have a phone. */
  readonly customers: readonly { readonly number: string; readonly name: string }[];
  readonly start: (place: Place) => Promise<Running> | Running;
  /** Plays customers and staff. */
  readonly play: (stage: Stage) => Promise<void>;
}

/** A case on the emulator. */
export interface Stage {
  readonly emulator: Emulator;
  readonly handler: WebhookHandler;
  /** Returns the phone of a person; what is said on it is in the transcript. */
  readonly phone: (number: string, options?: Parameters<Emulator['phone']>[1]) => EmulatorPhone;
  /** Types a command of the staff. Throws if there is none of this name. */
  readonly command: (line: string) => Promise<void>;
  /** Stops the program and starts it again over the same files, as a deploy does. */
  readonly restart: () => Promise<void>;
  /** Lets time pass, and does what a timer does every minute. */
  readonly wait: (duration: `${number}${'m' | 'h'}`) => Promise<void>;
  /** The transcript so far. */
  readonly lines: () => readonly string[];
  /** The errors of handlers so far. */
  readonly errors: readonly unknown[];
  readonly close: () => Promise<void>;
}

/** Runs what the staff typed. */
export async function runCommand({ commands }: Running, line: string): Promise<void> {
  const [name = '', ...words] = line.trim().split(/\s+/);
  const command = Object.entries(commands).find(([known]) => known === name)?.[1];
  if (command === undefined)
    throw new Error(`There is no command "${name}"; there are ${Object.keys(commands).join(', ')}.`);
  await command(...words);
}

/** Returns the name of the file that a message carries, or what else is no text. */
function nameContent({ type, text, payload }: EmulatorPhone['chat'][number]): string {
  if (type === 'interactive') return text === '' ? '[form]' : '';
  if (['text', 'template', 'button'].includes(type)) return '';
  const file = Object(Reflect.get(payload, type)) as { readonly filename?: string };
  return `[${file.filename ?? type}]`;
}

/** Says how a phone shows a message. */
function show(message: EmulatorPhone['chat'][number]): string {
  const { text, header, footer, buttons, template } = message;
  const body = [
    template === undefined ? '' : `(${template})`,
    nameContent(message),
    header === undefined ? '' : `${header} /`,
    text,
    footer === undefined ? '' : `/ ${footer}`,
    ...buttons.map(({ title }) => `[${title}]`),
  ];
  return body.filter(Boolean).join(' ').replace(/\n+/g, '\n    ');
}

/** Puts a case on an emulator whose time stands still, with its files in a new folder. */
export async function openStage(program: Case, options: EmulatorOptions = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), `wabakit-${program.name}-`));
  const emulator = await createEmulator({
    templates: program.templates,
    verifiedName: program.business,
    ...options,
  });
  const lines: string[] = [];
  const errors: unknown[] = [];
  const people = new Map<string, { readonly name: string; readonly phone: EmulatorPhone; seen: number }>();

  /** Adds to the transcript what phones show and it does not. While a handler runs, answers may be on their way: then only up to what people wrote. */
  function catchUp({ whileRunning = false } = {}): void {
    for (const person of people.values()) {
      const all = person.phone.chat;
      const end = whileRunning ? all.findLastIndex(({ from }) => from === 'user') + 1 : all.length;
      for (const message of all.slice(person.seen, end)) {
        const speaker = message.from === 'user' ? person.name : `${program.business} to ${person.name}`;
        lines.push(`${speaker}: ${show(message)}`);
      }
      person.seen = Math.max(person.seen, end);
    }
  }
  const place: Place = {
    client: createClient(emulator.clientOptions),
    file: (name) => join(folder, name),
    now: () => emulator.clock.now(),
    tell: (line) => {
      catchUp({ whileRunning: true });
      lines.push(`  * ${line}`);
    },
  };
  let running = await program.start(place);
  const handler = createWebhookHandler({
    appSecret: emulator.appSecret,
    verifyToken: emulator.verifyToken,
    on: { any: (event, context) => running.bot.handlers.any(event, context) },
    onError: (error) => void errors.push(error),
  });
  await emulator.webhook.subscribe(handler);

  const stage: Stage = {
    emulator,
    handler,
    phone(number, more) {
      const name = more?.name ?? program.customers.find((known) => known.number === number)?.name;
      const phone = emulator.phone(number, { ...more, name });
      if (!people.has(phone.waId))
        people.set(phone.waId, { name: name ?? number, phone, seen: phone.chat.length });
      catchUp();
      return phone;
    },
    async command(line) {
      catchUp();
      lines.push(`> ${line}`);
      await runCommand(running, line);
      await emulator.waitForIdle();
      catchUp();
    },
    async restart() {
      catchUp();
      running.close();
      running = await program.start(place);
      lines.push('  * The program was restarted.');
    },
    async wait(duration) {
      catchUp();
      await emulator.clock.advance(duration);
      await running.bot.sweep(emulator.clock.now());
      await emulator.waitForIdle();
      lines.push(`  * ${duration} later`);
      catchUp();
    },
    lines: () => {
      catchUp();
      return lines;
    },
    errors,
    async close() {
      running.close();
      await emulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return stage;
}

/** Plays a case and prints its transcript. */
export async function printTranscript(program: Case): Promise<void> {
  const stage = await openStage(program);
  await program.play(stage);
  console.log(stage.lines().join('\n'));
  await stage.close();
  if (stage.errors.length > 0) throw new AggregateError(stage.errors, 'Handlers failed.');
}
