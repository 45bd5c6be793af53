import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const config = resolve('.dependency-cruiser.js');
const fixtures = resolve('tests/fixtures/doors');

interface Cruise {
	summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
}

/** A small house in which every arrow is allowed, with each kind of import the real one uses. */
const house: Record<string, string> = {
	'package.json': JSON.stringify({ type: 'module', imports: { '#lib/*': './src/lib/*' } }),
	'src/lib/domain/plan.ts': `import { today } from './day.ts';\nexport const plan = today;`,
	'src/lib/domain/day.ts': 'export const today = 1;',
	'src/lib/domain/plan.test.ts': `import { plan } from './plan.ts';\nimport { aPlan } from '../../../tests/support/builders.ts';\nexport const both = [plan, aPlan];`,
	'src/lib/figure/rig.ts': 'export const rig = 1;',
	'src/lib/i18n/en.json': '{}',
	'src/lib/i18n/messages.ts': `import en from './en.json';\nexport const t = en;`,
	'src/lib/storage/repository.ts': `import type { plan } from '#lib/domain/plan.ts';\nexport interface Repository { load(): typeof plan }`,
	'src/lib/audio/beeper.ts': `import { plan } from '#lib/domain/plan.ts';\nexport const beep = plan;`,
	'src/lib/state/app.svelte.ts': `import type { Repository } from '#lib/storage/repository.ts';\nimport { rig } from '#lib/figure/rig.ts';\nexport const app = { name: rig, open: (r: Repository) => r.load() };`,
	'src/lib/components/Card.svelte': `<script lang="ts">\n\timport { plan } from '#lib/domain/plan.ts';\n\timport { t } from '#lib/i18n/messages.ts';\n</script>\n\n<p>{plan}{t}</p>`,
	'src/routes/+page.svelte': `<script lang="ts">\n\timport { app } from '#lib/state/app.svelte.ts';\n\timport Card from '#lib/components/Card.svelte';\n</script>\n\n<Card /><p>{app.name}</p>`,
	'src/service-worker.ts': 'export {};',
	'tests/support/builders.ts': 'export const aPlan = 1;'
};

let folder: string;

async function write(files: Record<string, string>) {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
}

async function refusals() {
	// The exit code is the number of refusals, so a failure is looked at, not thrown.
	const { stdout } = await run(process.execPath, [cruiser, '--config', config, '--output-type', 'json', 'src'], {
		cwd: folder,
		maxBuffer: 32 * 1024 * 1024
	}).catch((error: { stdout: string }) => error);
	const { summary } = JSON.parse(stdout) as Cruise;
	expect(summary.totalCruised).toBeGreaterThan(10);
	return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
}

describe('the doors between the rooms', { timeout: 60_000 }, () => {
	beforeEach(async () => {
		folder = await realpath(await mkdtemp(join(tmpdir(), 'doors-')));
		await write(house);
	});
	afterEach(() => rm(folder, { recursive: true, force: true }));

	test('let a good house pass', async () => {
		expect(await refusals()).toEqual([]);
	});

	test('refuse a domain file that knows storage, and a component that knows state', async () => {
		await copyFile(join(fixtures, 'plan-reads-the-disk.ts.txt'), join(folder, 'src/lib/domain/bad.ts'));
		await copyFile(join(fixtures, 'CardKnowsState.svelte.txt'), join(folder, 'src/lib/components/Bad.svelte'));
		expect(await refusals()).toEqual([
			'door-components: src/lib/components/Bad.svelte -> src/lib/state/app.svelte.ts',
			'door-domain: src/lib/domain/bad.ts -> src/lib/storage/repository.ts'
		]);
	});

	test('refuse packages, siblings, short cuts, cycles and test tools', async () => {
		await write({
			'src/lib/domain/bad.ts': `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`,
			'src/lib/audio/bad.ts': `import { t } from '#lib/i18n/messages.ts';\nexport const say = t;`,
			'src/lib/state/bad.ts': `export const late = () => import('../../routes/bad.ts');`,
			'src/routes/bad.ts': `import { beep } from '#lib/audio/beeper.ts';\nexport { beep };`,
			'src/service-worker.ts': `import { plan } from './lib/domain/plan.ts';\nexport { plan };`,
			'src/lib/components/bad.ts': `import { aPlan } from '../../../tests/support/builders.ts';\nexport { aPlan };`,
			'src/lib/figure/rig.ts': `import type { flesh } from './flesh.ts';\nexport const rig = 1 as typeof flesh | 1;`,
			'src/lib/figure/flesh.ts': `import { rig } from './rig.ts';\nexport const flesh = rig;`,
			'src/lib/figure/rig.test.ts': `import { t } from '#lib/i18n/messages.ts';\nexport const say = t;`,
			'src/lib/storage/idb.ts': `import { openDB } from 'idb';\nexport { openDB };`,
			'src/lib/state/idb.ts': `import { openDB } from 'idb';\nexport { openDB };`,
			'node_modules/idb/package.json': '{ "name": "idb", "type": "module", "exports": "./index.js" }',
			'node_modules/idb/index.js': 'export const openDB = 1;'
		});
		expect(await refusals()).toEqual([
			'door-audio: src/lib/audio/bad.ts -> src/lib/i18n/messages.ts',
			'door-domain: src/lib/domain/bad.ts -> fs',
			'door-figure-tests: src/lib/figure/rig.test.ts -> src/lib/i18n/messages.ts',
			'door-routes: src/routes/bad.ts -> src/lib/audio/beeper.ts',
			'door-service-worker: src/service-worker.ts -> src/lib/domain/plan.ts',
			'door-state: src/lib/state/bad.ts -> src/routes/bad.ts',
			'home-of-idb: src/lib/state/idb.ts -> node_modules/idb/index.js',
			'no-cycles: src/lib/figure/flesh.ts -> src/lib/figure/rig.ts',
			'no-test-tools-in-the-app: src/lib/components/bad.ts -> tests/support/builders.ts'
		]);
	});
});
