import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { packClips } from './scripts/voice/pack.mjs';

/**
 * Which modules travel together. Each file costs a round trip on a slow network, so what is needed together comes as one:
 * the kit, then what any screen but the welcome needs. The figure, the library, the other language and the import stay apart.
 */
const TOGETHER = [
	{
		name: 'first',
		test: /src[\\/]lib[\\/](state[\\/](hint|first-language|early-worker)|components[\\/](Icon|icons|landscape|SessionLand)|screens[\\/]Rescue|i18n[\\/](welcome|error)\.json)/,
		priority: 40
	},
	{
		name: 'kit',
		test: /vite[\\/]preload-helper|node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)[\\/]/,
		priority: 30
	},
	{
		// Beside the app and loaded with it: as one file the two are heavier than a script may be.
		name: 'sound',
		test: /src[\\/]lib[\\/](track|audio|voice)[\\/][^\\/]+\.ts/,
		priority: 25
	},
	{
		name: 'app',
		test: /src[\\/]lib[\\/](domain[\\/](?!ache|asked-|checkpoint|concern|contents|day-|diary-list|doctor-|done|exercise-search|interval|left-out|movement|own-|pace|pain-|paper|period|readiness|run-guard|sample-|stop-door|usual-days|week-moves|week-review|week-told)|state[\\/](?!begin-|building-|condition-|data-file|day-answers|diary-|exercise-|figure-look|hint|first-|early-|incident-|looked-|moment|own-|paper-|phone-check|programme-|progress-|rule-words|scale-|shared-|sign-|step-(beat|figure)|walked-|ways-|week-facts)|storage[\\/](?!backup|schema|guard|limits|data-file|shared)|audio|platform|content[\\/](?!library|weeks|exercise|longer-|reason-rule|rule-numbers|sample-|schema|phrases|shelf)[^\\/]+\.(ts|json)|i18n[\\/](translate|number-text|time-text|messages|i18n))|node_modules[\\/]idb/,
		priority: 20
	}
];

// The app imports the packs, so they have to be there whenever Vite is: for the build, for development, for tests.
packClips();

export default defineConfig(({ isSsrBuild, mode }) => ({
	plugins: [sveltekit()],
	build: {
		target: 'es2022',
		// Browsers of spring 2024 know light-dark(); the tokens bring their own fall-back for older ones.
		cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
		...(isSsrBuild || mode === 'test' ? {} : { rolldownOptions: { output: { codeSplitting: { groups: TOGETHER } } } })
	},
	server: { host: '127.0.0.1' },
	test: {
		include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
		environment: 'node',
		passWithNoTests: false
	}
}));
