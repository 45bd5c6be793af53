import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { beforeAll, describe, expect, test } from 'vitest';

/** Without types, so that a snippet may stand in a file that does not exist. */
const untyped = new ESLint({
	overrideConfig: [
		{
			files: ['**/*.ts', '**/*.svelte'],
			...ts.configs.disableTypeChecked,
			languageOptions: { parserOptions: { projectService: false, project: false } }
		}
	]
});
const typed = new ESLint();

async function caught(code: string, filePath = 'src/lib/domain/x.ts', eslint = untyped) {
	const results = await eslint.lintText(code, { filePath });
	return [...new Set(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message)))];
}

const inSvelte = (line: string) => `<script lang="ts">\n\t${line}\n</script>\n\n<p>{x}</p>\n`;

describe('the linter', { timeout: 60_000 }, () => {
	// The first use loads every plugin.
	beforeAll(() => caught('export {};'), 60_000);

	test('lets pure code pass', async () => {
		expect(
			await caught(
				`import type { Dose } from './dose.ts';\nexport const day = (ms: number, _dose?: Dose) => new Date(ms).getUTCDay() + Math.abs(ms);\n`
			)
		).toEqual([]);
	});

	test.for([
		['the time', 'export const t = Date.now();', 'no-restricted-properties'],
		['chance', 'export const t = Math.random();', 'no-restricted-properties'],
		['today', 'export const t = new Date();', 'no-restricted-syntax'],
		['today as a text', 'export const t = Date();', 'no-restricted-syntax'],
		['the window', 'export const t = window.innerWidth;', 'no-restricted-globals'],
		['the whole world', 'export const t = globalThis.crypto;', 'no-restricted-globals'],
		['a timer', 'setTimeout(() => {}, 1);', 'no-restricted-globals'],
		['an animation frame', 'requestAnimationFrame(() => {});', 'no-restricted-globals'],
		['the console', 'console.log(1);', 'no-restricted-globals'],
		['the disk', 'export const t = indexedDB;', 'no-restricted-globals'],
		['a way up', `export * from '../storage/x.ts';`, 'no-restricted-imports'],
		['a way up by call', `export const t = import('../storage/x.ts');`, 'no-restricted-syntax'],
		['another room', `import type { t } from '#lib/storage/x.ts';\nexport type T = t;`, 'no-restricted-imports'],
		['a glob into another room', `export const t = import.meta.glob('#lib/content/*.json');`, 'no-restricted-syntax'],
		['a default export', 'export default 1;', 'no-restricted-exports'],
		['any', 'export const t = (x: any) => x;', '@typescript-eslint/no-explicit-any'],
		['loose equality', 'export const t = (x: number) => x == 1;', 'eqeqeq'],
		['an unclear word', 'export const workout = 1;', 'id-denylist'],
		['a long function', `export function t() {\n${'\tvoid 0;\n'.repeat(61)}}`, 'max-lines-per-function'],
		['a long file', 'export {};\n'.repeat(301), 'max-lines']
	] as const)('refuses in domain: %s', async ([, code, rule]) => {
		expect(await caught(code)).toContain(rule);
	});

	test.for([
		['the clock in figure', 'export const t = Date.now();', 'src/lib/figure/x.ts', 'no-restricted-properties'],
		['the console in state', 'console.log(1);', 'src/lib/state/x.svelte.ts', 'no-console'],
		['the old alias', `export * from '$lib/domain/x';`, 'src/lib/state/x.ts', 'no-restricted-imports'],
		[
			'a value as a type',
			`import { T } from './y.ts';\nexport const x: T = 1;`,
			'src/lib/state/x.ts',
			'@typescript-eslint/consistent-type-imports'
		],
		[
			'a component that knows the type of state',
			inSvelte(`import type { x } from '#lib/state/x.ts';`),
			'src/lib/components/X.svelte',
			'no-restricted-imports'
		],
		[
			'a page that knows the type of storage',
			inSvelte(`import type { x } from '#lib/storage/x.ts';`),
			'src/routes/+page.svelte',
			'no-restricted-imports'
		],
		[
			'a worker that knows a room',
			`export * from '#lib/domain/x.ts';`,
			'src/service-worker.ts',
			'no-restricted-imports'
		],
		['a way up from a test', `export * from '../storage/x.ts';`, 'src/lib/state/x.test.ts', 'no-restricted-imports'],
		['a button without a type', '<button>x</button>\n', 'src/lib/components/X.svelte', 'svelte/button-has-type'],
		[
			'a list without keys',
			'{#each [1] as x}<p>{x}</p>{/each}\n',
			'src/lib/components/X.svelte',
			'svelte/require-each-key'
		]
	] as const)('refuses %s', async ([, code, file, rule]) => {
		expect(await caught(code, file)).toContain(rule);
	});

	test('lets a test in src use the tools in tests/support, and a route what a route may use', async () => {
		const tools = `import { aPlan } from '../../../tests/support/builders.ts';\nexport { aPlan };\n`;
		expect(await caught(tools, 'src/lib/domain/x.test.ts')).toEqual([]);
		expect(await caught(inSvelte(`import { x } from '#lib/state/x.ts';`), 'src/routes/+page.svelte')).toEqual([]);
	});

	test('sees with types that a promise is left alone', async () => {
		// A snippet can be read with types only in the place of a file that exists.
		const file = readdirSync('src/lib/domain').find((name) => /^[\w-]+\.ts$/.test(name));
		expect(file).toBeDefined();
		const rules = await caught('const late = async () => 1;\nlate();\n', `src/lib/domain/${file}`, typed);
		expect(rules).toContain('@typescript-eslint/no-floating-promises');
	});
});
