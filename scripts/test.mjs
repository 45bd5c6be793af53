// npm test: every check there is, one after the other, and one line at the end that counts them.
//
//   node scripts/test.mjs                     everything
//   node scripts/test.mjs --only unit,e2e     some steps, while developing (see `steps` for their names)
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDeps } from './ensure-deps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, '.out');

/** @typedef {{ passed: number, failed: number }} Count */

const PASSED = { passed: 1, failed: 0 };
const FAILED = { passed: 0, failed: 1 };

/**
 * @param {Count} a
 * @param {Count} b
 */
const sum = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/**
 * A runner that failed as a whole is never counted as green, whatever its report says.
 * @param {Count} count
 * @param {boolean} runnerIsContent
 */
function distrust(count, runnerIsContent) {
	const isGreen = count.failed === 0 && count.passed > 0;
	return isGreen && runnerIsContent ? count : sum(count, count.failed > 0 ? { passed: 0, failed: 0 } : FAILED);
}

/**
 * Counts a report of Vitest. Only a test that passed at once has passed: skipped, todo, pending and retried
 * ones have not, nor has a file that could not be loaded or holds no test.
 * @param {any} report
 * @param {boolean} exitedWell
 * @returns {Count}
 */
export function countVitest(report, exitedWell) {
	let count = { passed: 0, failed: 0 };
	for (const file of report.testResults) {
		const tests = file.assertionResults;
		let ofFile = { passed: 0, failed: 0 };
		for (const test of tests) {
			const isClean = test.status === 'passed' && (test.failureMessages ?? []).length === 0;
			ofFile = sum(ofFile, isClean ? PASSED : FAILED);
		}
		if (ofFile.failed === 0 && (tests.length === 0 || file.status !== 'passed')) ofFile = sum(ofFile, FAILED);
		count = sum(count, ofFile);
	}
	return distrust(count, exitedWell && report.success === true);
}

/**
 * Counts a report of Playwright. Flaky, skipped, interrupted and never-run tests have failed.
 * @param {any} report
 * @param {boolean} exitedWell
 * @returns {Count}
 */
export function countPlaywright(report, exitedWell) {
	/** @type {(suite: any) => Count} */
	const inSuite = (suite) => {
		let count = { passed: 0, failed: 0 };
		for (const spec of suite.specs ?? [])
			for (const test of spec.tests) {
				const isClean =
					test.status === 'expected' && test.expectedStatus === 'passed' && test.results.length === 1 && spec.ok;
				count = sum(count, isClean ? PASSED : FAILED);
			}
		for (const inner of suite.suites ?? []) count = sum(count, inSuite(inner));
		return count;
	};
	let count = { passed: 0, failed: 0 };
	for (const suite of report.suites) count = sum(count, inSuite(suite));
	for (let i = 0; i < (report.errors ?? []).length; i++) count = sum(count, FAILED);
	return distrust(count, exitedWell);
}

/**
 * @param {string} file
 * @param {(report: any, exitedWell: boolean) => Count} counter
 * @param {boolean} exitedWell
 */
function countReport(file, counter, exitedWell) {
	try {
		return counter(JSON.parse(readFileSync(file, 'utf8')), exitedWell);
	} catch (error) {
		console.log(`The report ${file} is missing or cannot be read (${error instanceof Error ? error.message : error}).`);
		return FAILED;
	}
}

/**
 * Runs a tool of node_modules with this very Node, its words going straight to the screen.
 * @param {string} name the package, or package:command where they differ
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function tool(name, args, env = {}) {
	const [folder = name, command = folder] = name.split(':');
	const home = join(root, 'node_modules', ...folder.split('/'));
	const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
	const file = join(home, typeof bin === 'string' ? bin : bin[command]);
	return node([file, ...args], env);
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function node(args, env = {}) {
	const { status, error } = spawnSync(process.execPath, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env }
	});
	if (error) console.log(error.message);
	return status === 0;
}

/** @param {boolean} isGood */
const asOne = (isGood) => (isGood ? PASSED : FAILED);

/**
 * @param {string} name of the report
 * @param {string} zone
 * @param {string[]} filters
 */
function vitest(name, zone, filters = []) {
	const file = join(reports, `${name}.json`);
	const args = [
		'run',
		...filters,
		'--allowOnly=false',
		'--reporter=default',
		'--reporter=json',
		`--outputFile=${file}`
	];
	const exitedWell = tool('vitest', args, { TZ: zone });
	return countReport(file, countVitest, exitedWell);
}

const DAYS_AND_CLOCKS = ['src/lib/domain', 'src/lib/platform', 'tests/unit/platform'];

/** What later steps need to know about earlier ones. */
const so = { built: true };

/** @param {string} project of playwright.config.ts; its report has the same name */
async function browserTests(project) {
	if (!so.built) return skipped('there is no build to try');
	const file = join(reports, `${project}.json`);
	const { ensureChromium } = await import('./find-chromium.mjs');
	const env = { CHROMIUM_PATH: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
	return countReport(file, countPlaywright, tool('@playwright/test:playwright', ['test', '--project', project], env));
}

/** @type {Record<string, { title: string, run: () => Count | Promise<Count> }>} */
const steps = {
	// Writes the types that the next two need; it counts only when it fails.
	sync: {
		title: 'Generated types',
		run: () => (tool('@sveltejs/kit:svelte-kit', ['sync']) ? { passed: 0, failed: 0 } : FAILED)
	},
	types: {
		title: 'Types',
		run: () => asOne(tool('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']))
	},
	// The worker has globals of its own, and the kit leaves it out of the first.
	worker: {
		title: 'Types of the worker',
		run: () => asOne(tool('typescript:tsc', ['-p', 'tsconfig.worker.json']))
	},
	format: { title: 'Format', run: () => asOne(tool('prettier', ['--check', '.'])) },
	lint: { title: 'Lint', run: () => asOne(tool('eslint', ['.', '--max-warnings', '0'])) },
	doors: {
		title: 'Doors between the rooms',
		run: () => asOne(tool('dependency-cruiser:depcruise', ['--config', '.dependency-cruiser.js', 'src']))
	},
	house: {
		title: 'The picture of the house',
		run: () => asOne(node([join('scripts', 'house.mjs'), '--check']))
	},
	unit: { title: 'Unit and property tests (Berlin)', run: () => vitest('vitest', 'Europe/Berlin') },
	zones: {
		title: 'Days and clocks elsewhere (St John’s, Apia)',
		run: () =>
			sum(
				vitest('vitest-st-johns', 'America/St_Johns', DAYS_AND_CLOCKS),
				vitest('vitest-apia', 'Pacific/Apia', DAYS_AND_CLOCKS)
			)
	},
	build: {
		title: 'Build',
		run: () => {
			so.built = tool('vite', ['build']) && node([join('scripts', 'finish-build.mjs')]);
			return so.built ? { passed: 0, failed: 0 } : FAILED;
		}
	},
	size: {
		title: 'Size',
		run: () => (so.built ? asOne(node([join('scripts', 'size.mjs')])) : skipped('there is no build to weigh'))
	},
	e2e: { title: 'Browser tests', run: () => browserTests('phone') },
	alone: { title: 'Browser tests of clocks and sound', run: () => browserTests('alone') },
	// Installs Xvfb where it may; without it this step has failed, for a run that is left out has not passed.
	pocket: {
		title: 'A locked phone for six minutes',
		run: () => asOne(node([join('tests', 'pocket', 'run.mjs')]))
	}
};

/** @param {string} why */
function skipped(why) {
	console.log(`Not run, and counted as failed: ${why}.`);
	return FAILED;
}

/** @param {string[]} names */
async function runSteps(names) {
	/** @type {{ title: string, count: Count, seconds: number }[]} */
	const done = [];
	for (const name of names) {
		const step = steps[name];
		if (!step) throw new Error(`There is no step "${name}". The steps are: ${Object.keys(steps).join(', ')}.`);
	}
	for (const name of names) {
		const { title, run } = /** @type {NonNullable<typeof steps[string]>} */ (steps[name]);
		console.log(`\n── ${title} ${'─'.repeat(Math.max(2, 70 - title.length))}`);
		const began = performance.now();
		let count = FAILED;
		try {
			count = await run();
		} catch (error) {
			console.log(error instanceof Error ? error.message : error);
		}
		done.push({ title, count, seconds: (performance.now() - began) / 1000 });
	}
	return done;
}

/** @returns {Promise<Count>} */
async function main() {
	const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
	const names = values.only ? values.only.flatMap((list) => list.split(',')) : Object.keys(steps);

	// An old report must never speak for a run that wrote none.
	rmSync(reports, { recursive: true, force: true });
	mkdirSync(reports, { recursive: true });
	ensureDeps();

	const done = await runSteps(names);
	console.log(`\n── Summary ${'─'.repeat(63)}`);
	for (const { title, count, seconds } of done) {
		const sign = count.failed > 0 ? '✗' : '✓';
		const number = `${count.passed} passed, ${count.failed} failed`;
		console.log(`${sign} ${title.padEnd(46)} ${number.padEnd(24)} ${seconds.toFixed(1)} s`);
	}
	return done.map(({ count }) => count).reduce(sum, { passed: 0, failed: 0 });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	let total = FAILED;
	try {
		total = await main();
	} catch (error) {
		console.log(error instanceof Error ? error.message : error);
	}
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
