// How a backup is laid out as text: a header, then the snapshot, one record a line. For people and for `diff`.

import type { Plain } from './migrations.ts';

/** By this a file is known as ours. */
export const APP = 'rueckenwind';

/** What comes first in an object; all other fields follow by the alphabet. */
const FIRST = [
	...['version', 'id', 'type', 'at', 'on', 'updatedAt', 'deletedAt'],
	...[
		'settings',
		'choices',
		'sessions',
		'checkIns',
		'ownSessions',
		'movements',
		'entries',
		'answers',
		'running',
		'heartbeat'
	]
];

const rankOf = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);

const inOrder = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : 1);

const entriesOf = (value: object): [string, unknown][] =>
	Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.sort(([a], [b]) => inOrder(a, b));

/** The same value with the fields of every object in a fixed order. */
function ordered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(ordered);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(entriesOf(value).map(([key, inner]) => [key, ordered(inner)]));
}

const lineOf = (value: unknown): string => JSON.stringify(ordered(value));

const listOf = (value: unknown): string =>
	Array.isArray(value) && value.length > 0 ? `[\n\t\t\t${value.map(lineOf).join(',\n\t\t\t')}\n\t\t]` : lineOf(value);

const fields = (entries: readonly (readonly [string, string])[], indent: string): string =>
	entries.map(([key, text]) => `${indent}${JSON.stringify(key)}: ${text}`).join(',\n');

/** The text of a file. Header fields stay in their order, those of the snapshot come in ours. */
export function backupText(header: Plain, snapshot: Plain): string {
	const top = Object.entries(header).map(([key, value]) => [key, lineOf(value)] as const);
	const inner = entriesOf(snapshot).map(([key, value]) => [key, listOf(value)] as const);
	return `{\n${fields(top, '\t')},\n\t"snapshot": {\n${fields(inner, '\t\t')}\n\t}\n}\n`;
}
