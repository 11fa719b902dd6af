import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import ts from 'typescript';

/** One import of a source file, static, re-exported, dynamic or in a type. */
export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path of the imported file from the repository's root, undefined for a package or a Node module. */
  readonly target: string | undefined;
  /** It leaves nothing at run time. */
  readonly typeOnly: boolean;
}

/** What the architecture rules look at in a file of TypeScript or JavaScript. */
export interface SourceFile {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  /** Uses of the clock or of chance, as written: `Math.random`. */
  readonly impurities: readonly string[];
}

/** A text file of the project, code or not. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const CODE = new Set(['.ts', '.tsx', '.mts', '.mjs']);
const TEXT = new Set([...CODE, '.json', '.md', '.sh', '.yml', '.yaml', '.html', '.css', '.sql', '']);
/** What .gitignore leaves out, and the lockfile. */
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'coverage', 'data', 'out', 'package-lock.json']);
/** Larger files are data. */
const MAX_TEXT_BYTES = 500_000;
const IMPURE = new Set(['Math.random', 'Date.now', 'performance.now', 'crypto.getRandomValues', 'crypto.randomUUID']);
/** What each JavaScript engine may round in its own way; `geodata/portable-math.ts` has what replaces them. */
for (const name of 'sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp expm1 log'.split(' ')) {
  IMPURE.add(`Math.${name}`);
}
for (const name of 'log2 log10 log1p pow cbrt'.split(' ')) IMPURE.add(`Math.${name}`);

/** Every text file under the root that is the project's own: neither dependencies, nor output, nor data. */
export function readTextFiles(root: string, folder = ''): TextFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (NOT_OURS.has(path)) return [];
    if (entry.isDirectory()) return readTextFiles(root, path);
    if (!entry.isFile() || !TEXT.has(extname(entry.name))) return [];
    if (statSync(join(root, path)).size > MAX_TEXT_BYTES) return [];
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  });
}

/** Whether a file is TypeScript or JavaScript. */
export function isCode({ path }: TextFile): boolean {
  return CODE.has(extname(path));
}

/** Parses a file without resolving anything. */
export function parseSourceFile({ path, text }: TextFile): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const imports: Import[] = [];
  const impurities: string[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found) imports.push({ ...found, target: targetOf(path, found.specifier) });
    const impurity = impurityOf(node);
    if (impurity) impurities.push(impurity);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return {
    path,
    lineCount: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports,
    hasDefaultExport: tree.statements.some(isDefaultExport),
    impurities,
  };
}

function targetOf(importer: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(importer), specifier) : undefined;
}

function importOf(node: ts.Node): Omit<Import, 'target'> | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeOnlyImport(node.importClause));
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return named(node.argument.literal, true);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return named(node.arguments[0], false);
  }
  return undefined;
}

function named(specifier: ts.Node | undefined, typeOnly: boolean): Omit<Import, 'target'> | undefined {
  return specifier && ts.isStringLiteralLike(specifier) ? { specifier: specifier.text, typeOnly } : undefined;
}

/** `import type { A }` and `import { type A }`, but not `import './a.ts'`. */
function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name || !bindings || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

function isDefaultExport(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true;
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    return (
      clause !== undefined && ts.isNamedExports(clause) && clause.elements.some(({ name }) => name.text === 'default')
    );
  }
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false;
}

function impurityOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) return nameOf(node.expression) === 'Date' ? 'new Date' : undefined;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const name = `${nameOf(node.expression)}.${node.name.text}`;
  return IMPURE.has(name) ? name : undefined;
}

function nameOf(expression: ts.Expression): string | undefined {
  return ts.isIdentifier(expression) ? expression.text : undefined;
}
