// The doors between the rooms: who may import whom. The rules below are made from these two tables.

/** Each room, and the rooms it may import from. @type {Record<string, string[]>} */
export const rooms = {
	domain: [],
	figure: [],
	i18n: [],
	content: ['domain'],
	storage: ['domain'],
	audio: ['domain'],
	track: ['domain'],
	voice: ['domain', 'track'],
	platform: ['domain'],
	state: ['domain', 'i18n', 'content', 'storage', 'audio', 'voice', 'track', 'platform', 'figure'],
	components: ['domain', 'i18n', 'figure'],
	screens: ['state', 'components', 'domain', 'i18n'],
	routes: ['screens', 'state', 'components', 'domain', 'i18n'],
	'service-worker': []
};

/** Packages with one home, and the rooms that are it. All others are free, except in pure rooms. @type {Record<string, string[]>} */
const packages = {
	valibot: ['content', 'storage'],
	idb: ['storage'],
	'workbox-window': ['platform'],
	'd3-(scale|shape)': ['components'],
	'workbox-(core|precaching|range-requests|routing|strategies)': ['service-worker']
};

/** Rooms that import nothing but themselves: no room, no package, not even Node. */
const pure = ['domain', 'figure'];

/** Where a room is; the hooks stand in the hallway. @type {Record<string, string>} */
const places = { routes: 'src/(routes/|hooks\\.)', 'service-worker': 'src/service-worker[/.]' };

/** @param {string} room */
export const placeOf = (room) => `^${places[room] ?? `src/lib/${room}/`}`;

const error = /** @type {const} */ ('error');

const TEST = '\\.test\\.ts$';
const TEST_TOOLS = ['^tests/(support|fixtures)/', '(^|/)node_modules/(vitest|fast-check|fake-indexeddb)/'];
const ANY_ROOM = '^src/(lib/|routes/|hooks\\.|service-worker[/.])';

/** @param {string} room */
const within = (room) => [room, ...(rooms[room] ?? [])].map(placeOf);

/** @param {string} room */
const doorsOf = (room) => {
	const allowed = rooms[room]?.length ? `only ${rooms[room].join(', ')}` : 'no other room';
	return {
		name: `door-${room}`,
		comment: `${room} may import from ${allowed}.`,
		severity: error,
		from: { path: placeOf(room), ...(pure.includes(room) && { pathNot: TEST }) },
		to: pure.includes(room) ? { pathNot: within(room) } : { path: ANY_ROOM, pathNot: within(room) }
	};
};

/** @param {string} room */
const testsOfPure = (room) => ({
	name: `door-${room}-tests`,
	comment: `Tests in ${room} may import their room, tests/support and the test tools.`,
	severity: error,
	from: { path: `${placeOf(room)}.*${TEST}` },
	to: { pathNot: [...within(room), ...TEST_TOOLS] }
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...Object.keys(rooms).map(doorsOf),
		...pure.map(testsOfPure),
		...Object.entries(packages).map(([name, homes]) => ({
			name: `home-of-${name.replace(/\W+/g, '-')}`,
			comment: `${name} is imported by ${homes.join(' and ')} only; the others ask that room.`,
			severity: error,
			from: { path: '^src/', pathNot: [...homes, ...pure].map(placeOf) },
			to: { path: `(^|/)node_modules/${name}/` }
		})),
		{
			name: 'no-test-tools-in-the-app',
			comment: 'Only tests import from tests/, and only its support and fixtures.',
			severity: error,
			from: { path: '^src/', pathNot: [TEST, ...pure.map(placeOf)] },
			to: { path: '^tests/' }
		},
		{
			name: 'tests-import-support-only',
			comment: 'A test in src/ may import tests/support and tests/fixtures, and nothing else of tests/.',
			severity: error,
			from: { path: `^src/.*${TEST}`, pathNot: pure.map(placeOf) },
			to: { path: '^tests/', pathNot: TEST_TOOLS }
		},
		{
			name: 'nobody-imports-a-test',
			comment: 'A test is never imported.',
			severity: error,
			from: { path: '^src/', pathNot: pure.map(placeOf) },
			to: { path: `^src/.*${TEST}` }
		},
		{
			name: 'no-cycles',
			comment: 'Two files that need each other are one file, or three.',
			severity: error,
			from: {},
			to: { circular: true }
		}
	],
	options: {
		doNotFollow: { path: ['node_modules', '^tests/'] },
		exclude: { path: ['(^|/)\\.svelte-kit/'] },
		// `import type` is an arrow like any other.
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'default', 'types'],
			extensions: ['.ts', '.js', '.svelte', '.json']
		},
		skipAnalysisNotInRules: true
	}
};
