import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { rooms } from './.dependency-cruiser.js';

const CODE = ['src/**/*.ts', 'src/**/*.svelte'];
const TYPED = [...CODE, 'tests/**/*.ts'];
const WORKER = 'src/service-worker{.ts,/**/*.ts}';
const PURE = ['src/lib/domain/**/*.ts', 'src/lib/figure/**/*.ts'];
const TESTS = ['**/*.test.ts', 'tests/**/*.ts'];

/** @param {string} room */
const filesOf = (room) =>
	({ routes: ['src/routes/**/*.{ts,svelte}', 'src/hooks.*.ts'], 'service-worker': [WORKER] })[room] ?? [
		`src/lib/${room}/**/*.{ts,svelte}`
	];

const UPWARDS = {
	// The style sheets beside the rooms have no other address.
	regex: '^\\.\\./(?!(\\.\\./)*style/[\\w-]+\\.css$)',
	message: 'Inside a room write ./x.ts, between rooms #lib/room/x.ts: ../ hides which door is used.'
};

// The only tools outside src that a test may reach for have no other address.
const UPWARDS_IN_TESTS = { ...UPWARDS, regex: '^\\.\\./(?!(\\.\\./)*tests/(support|fixtures)/)' };

const OLD_ALIAS = { regex: '^\\$lib(/|$)', message: 'Write #lib/room/x.ts.' };

/**
 * The doors once more. dependency-cruiser reads Svelte files after compiling, when `import type` is gone;
 * this sees it.
 * @param {string} room
 */
const otherRooms = (room) => ({
	regex: `^#lib/(?!(${[room, ...(rooms[room] ?? [])].join('|')})/)`,
	message: `${room} may import from: ${rooms[room]?.join(', ') || 'no other room'} (.dependency-cruiser.js).`
});

const NO_GLOB = {
	selector:
		"CallExpression[callee.property.name='glob'][callee.object.type='MetaProperty'] Literal[value=/^(\\.\\.|\\u002F|#)/]",
	message: 'Glob only inside the own room (./…): no door can watch this one.'
};

const NO_UPWARDS_CALL = { selector: 'ImportExpression[source.value=/^\\.\\.\\u002F/]', message: UPWARDS.message };

const NO_CLOCK = [
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'The time is an argument here: ask for it.'
	},
	{ selector: "CallExpression[callee.name='Date']", message: 'The time is an argument here: ask for it.' }
];

const NOT_PURE = [
	...['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'globalThis', 'self'],
	...['setTimeout', 'setInterval', 'requestAnimationFrame', 'performance', 'crypto', 'console', 'process']
].map((name) => ({ name, message: 'This room is pure: it knows no browser, no clock and no console.' }));

export default defineConfig(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'node_modules/',
			'.out/',
			'test-results/',
			'playwright-report/',
			'tests/fixtures/'
		]
	},
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	{ rules: { eqeqeq: 'error' } },

	// Scripts, configurations: plain JavaScript on Node.
	{
		files: ['**/*.{js,mjs}', '*.config.ts'],
		languageOptions: { globals: globals.node },
		rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] }
	},
	{ files: ['*.config.ts'], languageOptions: { parser: ts.parser } },

	// The app and its tests, with types.
	{ files: TYPED, extends: [ts.configs.recommendedTypeChecked] },
	{ files: ['src/**'], extends: [svelte.configs.recommended] },
	{
		files: TYPED,
		languageOptions: {
			globals: globals.browser,
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			// Names that do not exist are found by the compiler, which knows more of them.
			'no-undef': 'off',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-console': 'error',
			'no-restricted-exports': [
				'error',
				{
					restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true }
				}
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } },
		rules: { 'svelte/require-each-key': 'error', 'svelte/button-has-type': 'error' }
	},

	// The app: how large, and by which door.
	{
		files: CODE,
		rules: {
			'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
			'no-restricted-imports': ['error', { patterns: [UPWARDS, OLD_ALIAS] }],
			'no-restricted-syntax': ['error', NO_UPWARDS_CALL, NO_GLOB]
		}
	},
	...Object.keys(rooms).map((room) => ({
		files: filesOf(room),
		rules: {
			'no-restricted-imports': /** @type {import('eslint').Linter.RuleEntry} */ ([
				'error',
				{ patterns: [UPWARDS, OLD_ALIAS, otherRooms(room)] }
			])
		}
	})),
	{ files: ['**/*.svelte'], rules: { 'max-lines-per-function': 'off' } },
	// A component is handed its addresses, resolved, by the page; the rule cannot see that.
	// Elsewhere every address begins with resolve(), but the rule does not see it before a query; tests/e2e runs below a sub-path.
	{ files: ['src/**/*.svelte'], rules: { 'svelte/no-navigation-without-resolve': 'off' } },
	// The linter does not know the types of another component's callbacks; svelte-check does.
	{
		files: ['src/**/*.svelte'],
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{ files: ['src/lib/{content,i18n}/**', 'src/lib/figure/poses/**'], rules: { 'max-lines': 'off' } },

	// The pure rooms.
	{
		files: PURE,
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'The time is an argument here: ask for it.' },
				{ object: 'Math', property: 'random', message: 'Chance is an argument here: ask for it.' }
			],
			'no-restricted-syntax': ['error', NO_UPWARDS_CALL, NO_GLOB, ...NO_CLOCK]
		}
	},
	{ files: PURE, ignores: TESTS, rules: { 'no-restricted-globals': ['error', ...NOT_PURE] } },
	{
		files: ['src/lib/domain/**'],
		// From docs/words.md, the column "Do not say".
		rules: { 'id-denylist': ['error', 'workout', 'util', 'utils', 'helper', 'helpers', 'manager', 'segment'] }
	},

	// Tests may be long, and may look at things from outside.
	{
		files: TESTS,
		languageOptions: { globals: globals.node },
		rules: {
			'max-lines': 'off',
			'max-lines-per-function': 'off',
			'no-console': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/unbound-method': 'off'
		}
	},
	{
		files: ['src/**/*.test.ts'],
		rules: { 'no-restricted-imports': ['error', { patterns: [UPWARDS_IN_TESTS, OLD_ALIAS] }] }
	},

	// The worker has a configuration of its own, which the types of the app do not include.
	{
		files: [WORKER],
		extends: [ts.configs.disableTypeChecked],
		languageOptions: { globals: globals.serviceworker, parserOptions: { projectService: false } }
	},
	prettier,
	...svelte.configs.prettier
);
