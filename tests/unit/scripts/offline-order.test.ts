import { expect, test } from 'vitest';
import { laterFiles } from '../../../scripts/offline-order.mjs';

const ROUTES: Readonly<Record<string, readonly string[]>> = {
	'nodes/0.js': [''],
	'nodes/1.js': ['(app)/session'],
	'nodes/2.js': ['(app)/(tabs)/progress']
};
const routesOf = (key: string) => ROUTES[key] ?? [];

test('what a session can ask for comes first, what only other screens need comes later', () => {
	const chunks = {
		'start.js': { file: 'e/start.js', isEntry: true, dynamicImports: ['nodes/0.js', 'nodes/1.js', 'nodes/2.js'] },
		'nodes/0.js': { file: 'n/0.js', isEntry: true, css: ['a/0.css'] },
		'nodes/1.js': { file: 'n/1.js', isEntry: true, imports: ['both.js'], dynamicImports: ['sound.js'] },
		'nodes/2.js': { file: 'n/2.js', isEntry: true, imports: ['both.js', 'chart.js'], css: ['a/2.css'] },
		'both.js': { file: 'c/both.js' },
		'sound.js': { file: 'c/sound.js', assets: ['a/tones.bin'] },
		'chart.js': { file: 'c/chart.js', imports: ['d3.js'], dynamicImports: ['both.js'] },
		'd3.js': { file: 'c/d3.js' }
	};
	expect(laterFiles(chunks, routesOf).toSorted()).toEqual(['2.css', '2.js', 'chart.js', 'd3.js']);
});

test('files that need each other in a circle are walked once', () => {
	const chunks = {
		'nodes/1.js': { file: 'n/1.js', imports: ['a.js'] },
		'a.js': { file: 'c/a.js', imports: ['b.js'] },
		'b.js': { file: 'c/b.js', imports: ['a.js'] }
	};
	expect(laterFiles(chunks, routesOf)).toEqual([]);
});
