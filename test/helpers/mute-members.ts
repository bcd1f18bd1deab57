import ts from 'typescript';

/** A member that an editor shows, such as `SendTextParams.previewUrl`, with the words of its docstring. */
export interface Member {
  readonly name: string;
  readonly file: string;
  /** Whether it has no docstring, or one that only repeats the name. */
  readonly isMute: boolean;
}

/** The members of a package's declarations, by what the documentation promises. */
export interface Members {
  /** Methods of the client and of its rooms. An overload counts for itself. */
  readonly bound: readonly Member[];
  /** What can be handled: the members of `WebhookHandlers`. */
  readonly handlers: readonly Member[];
  /** Own members of every `…Options`, `…Params` and `…Result`. */
  readonly own: readonly Member[];
  /** What Meta spells: members with `_`, members of payload types, and what is nested in a literal. Counted, not required. */
  readonly nested: readonly Member[];
  /** Own members of a `…Options` or `…Params` that are not in camelCase, by type and name. */
  readonly notCamelCase: readonly string[];
}

const stopWords = new Set(
  'a an and are as at be by each for from in is it its of on one or such that the these this those to was what which with'.split(
    ' ',
  ),
);

/** The words of a name or a docstring that mean something: `phoneNumberIds` and `The phone number ids.` give the same. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !stopWords.has(word))
    .map((word) => word.replace(/(?<=\w{2})s$/, ''));

/** Whether a docstring says nothing, or nothing that the name does not say already. */
export function saysNoMore(name: string, doc: string): boolean {
  const known = new Set(wordsOf(name));
  return wordsOf(doc).every((word) => known.has(word));
}

const docOf = (one: ts.Symbol | ts.Signature, checker: ts.TypeChecker): string =>
  [
    ts.displayPartsToString(one.getDocumentationComment(checker)),
    ...one
      .getJsDocTags()
      .filter(({ name }) => name !== 'example')
      .map(({ text }) => ts.displayPartsToString(text)),
  ].join(' ');

const isPayload = (name: string): boolean => /(Payload|MessageContent)$/.test(name);
const isOwn = (name: string): boolean => /(Options|Params|Result)$/.test(name);

/** Reads the declarations of a package as an editor does. `ownFolder` is where they are, so that libraries do not count. */
export function readMembers(program: ts.Program, entries: readonly string[], ownFolder: string): Members {
  const checker = program.getTypeChecker();
  const members = {
    bound: [] as Member[],
    handlers: [] as Member[],
    own: [] as Member[],
    nested: [] as Member[],
  };
  const isOurs = (node: ts.Node): boolean => node.getSourceFile().fileName.startsWith(ownFolder);

  const resolve = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

  const toMember = (name: string, one: ts.Symbol | ts.Signature, node: ts.Node): Member => ({
    name,
    file: node.getSourceFile().fileName.slice(ownFolder.length),
    isMute: saysNoMore(name.split('.').at(-1) ?? '', docOf(one, checker)),
  });

  /** A method counts once for each of its signatures, anything else once. */
  function readMember(name: string, symbol: ts.Symbol): Member[] {
    // A mapped type makes members that are declared nowhere: an editor has no docstring for them.
    if (symbol.declarations === undefined) return [{ name, file: '', isMute: true }];
    return symbol.declarations.filter(isOurs).map((node) => {
      const signature = ts.isMethodSignature(node) ? checker.getSignatureFromDeclaration(node) : undefined;
      return toMember(name, signature ?? symbol, node);
    });
  }

  function readRooms(type: ts.Type, path: string, depth: number): void {
    for (const symbol of checker.getPropertiesOfType(type)) {
      const name = `${path}.${symbol.name}`;
      members.bound.push(...readMember(name, symbol));
      const inner = checker.getTypeOfSymbol(symbol);
      const isRoom =
        inner.getCallSignatures().length === 0 && /Operations$/.test(inner.getSymbol()?.name ?? '');
      if (depth > 0 && isRoom) readRooms(inner, name, depth - 1);
    }
  }

  const notCamelCase = new Set<string>();
  const counted = new Set<ts.Node>();
  function readOwn(type: ts.Type, owner: string): void {
    if (type.isUnion()) return type.types.forEach((part) => readOwn(part, owner));
    for (const symbol of checker.getPropertiesOfType(type)) {
      if (symbol.name.includes('_') && !owner.endsWith('Result')) notCamelCase.add(`${owner}.${symbol.name}`);
      for (const node of (symbol.declarations ?? []).filter(isOurs)) {
        if (counted.has(node) || isImpossible(node)) continue;
        counted.add(node);
        const home = ts.findAncestor(
          node,
          (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one),
        );
        const isMeta = symbol.name.includes('_') || (home !== undefined && isPayload(home.name.text));
        const from = home === undefined ? owner : home.name.text;
        (isMeta ? members.nested : members.own).push(toMember(`${from}.${symbol.name}`, symbol, node));
        ts.forEachChild(node, (child) => readNested(child, `${from}.${symbol.name}`));
      }
    }
  }

  /** Members of literals inside a member. */
  function readNested(node: ts.Node, path: string): void {
    if (ts.isPropertySignature(node) && !counted.has(node)) {
      counted.add(node);
      const symbol = checker.getSymbolAtLocation(node.name);
      if (symbol) members.nested.push(toMember(`${path}.${symbol.name}`, symbol, node));
    }
    ts.forEachChild(node, (child) => readNested(child, path));
  }

  /** `to?: undefined` in one arm of a union only says that the arm has no such member. */
  const isImpossible = (node: ts.Node): boolean =>
    ts.isPropertySignature(node) &&
    (node.type?.kind === ts.SyntaxKind.UndefinedKeyword || node.type?.kind === ts.SyntaxKind.NeverKeyword);

  const seen = new Set<ts.Symbol>();
  /** Reads a declaration and everything of ours that it names. */
  function reach(given: ts.Symbol): void {
    const symbol = resolve(given);
    if (seen.has(symbol)) return;
    seen.add(symbol);
    const declarations = (symbol.declarations ?? []).filter(isOurs);
    if (declarations.some((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))) {
      if (isOwn(symbol.name)) readOwn(checker.getDeclaredTypeOfSymbol(symbol), symbol.name);
      if (symbol.name === 'WhatsAppClient')
        readRooms(checker.getDeclaredTypeOfSymbol(symbol), 'WhatsAppClient', 1);
      if (symbol.name === 'WebhookHandlers')
        for (const handler of checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)))
          members.handlers.push(...readMember(`WebhookHandlers.${handler.name}`, handler));
    }
    const visit = (node: ts.Node): void => {
      const name = ts.isTypeReferenceNode(node)
        ? node.typeName
        : ts.isExpressionWithTypeArguments(node)
          ? node.expression
          : undefined;
      const target = name && checker.getSymbolAtLocation(name);
      if (target) reach(target);
      ts.forEachChild(node, visit);
    };
    declarations.forEach(visit);
  }

  for (const entry of entries) {
    const file = program.getSourceFile(entry);
    const module = file && checker.getSymbolAtLocation(file);
    if (module === undefined) throw new Error(`${entry} is not a module of the program`);
    checker.getExportsOfModule(module).forEach(reach);
  }
  return { ...members, notCamelCase: [...notCamelCase] };
}
