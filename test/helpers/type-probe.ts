import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Creates a program from one file that exists in memory only. What it imports is read from the disk. */
export function createProgramOf(file: string, text: string, options: ts.CompilerOptions): ts.Program {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true)
      : getSourceFile(name, ...rest);
  return ts.createProgram([file], options, host);
}

/** Compiles a program that imports the package, as an editor does, and returns its diagnostics and the instantiations that it costs. */
export function probeTypes(text: string): {
  readonly diagnostics: readonly ts.Diagnostic[];
  readonly instantiations: number;
} {
  const probe = `${root}probe.ts`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    types: ['node'],
    typeRoots: [`${root}node_modules/@types`],
    paths: { wabakit: [`${root}src/index.ts`], 'wabakit/*': [`${root}src/*/index.ts`] },
  };
  const program = createProgramOf(probe, text, options);
  return {
    diagnostics: program.getSemanticDiagnostics(program.getSourceFile(probe)),
    instantiations: program.getInstantiationCount(),
  };
}

/** Returns the text of a diagnostic, its chain in lines. */
export const toText = ({ messageText }: ts.Diagnostic): string =>
  ts.flattenDiagnosticMessageText(messageText, '\n');
