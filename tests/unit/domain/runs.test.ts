// The table of laws is what the docs quote, so it must say what is really run.
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { LAWS, RUNS, propertyRuns } from '../../support/runs.ts';

const DAYS = 'src/lib/domain/local-day.test.ts';
const FOLDERS = ['tests/unit/components', 'tests/unit/domain', 'tests/unit/track'];

async function tests(): Promise<Map<string, string>> {
	const inFolder = async (folder: string) => (await readdir(folder)).map((name) => `${folder}/${name}`);
	const files = (await Promise.all(FOLDERS.map(inFolder))).flat();
	const paths = [DAYS, ...files.filter((path) => path.endsWith('.test.ts') && !path.endsWith('/runs.test.ts'))];
	return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
}
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('the table of laws', () => {
	test('names each law that is tested, once', async () => {
		const all = [...(await tests()).values()].join('\n');
		const wrong = Object.keys(LAWS).filter((name) => count(all, `'${name}',`) !== 1);
		expect(wrong).toEqual([]);
	});

	test('leaves out no property', async () => {
		const texts = await tests();
		const days = texts.get(DAYS) ?? '';
		const inDays = Object.entries(LAWS).filter(([name]) => name.startsWith('D1'));
		expect(count(days, 'fc.assert(')).toBe(inDays.length);
		const others = [...texts].filter(([path]) => path !== DAYS).map(([, text]) => text);
		expect(others.filter((text) => text.includes('fc.assert('))).toEqual([]);
		expect(others.reduce((sum, text) => sum + [...text.matchAll(/\n\t?law\(/g)].length, 0)).toBe(
			Object.keys(LAWS).length - inDays.length
		);
	});

	test('counts the runs of D1 as its file does', async () => {
		const days = (await tests()).get(DAYS) ?? '';
		expect(days).toContain(`const RUNS = ${RUNS.arithmetic};`);
		expect(count(days, '{ numRuns: RUNS }')).toBe(count(days, 'fc.assert('));
		const inDays = Object.entries(LAWS).filter(([name]) => name.startsWith('D1'));
		expect(inDays.map(([, runs]) => runs)).toEqual(inDays.map(() => RUNS.arithmetic));
	});

	test('adds up to the number that the docs quote', () => {
		const once = Object.values(LAWS).reduce((sum, runs) => sum + runs, 0);
		expect(propertyRuns()).toBe(once + 2 * 7 * RUNS.arithmetic);
	});
});
