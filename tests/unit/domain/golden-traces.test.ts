import { describe, expect, test } from 'vitest';
import { programmes } from '#lib/content/index.ts';
import { lived, type Script } from '../../support/scripted-person.ts';
import traces from './golden-traces.json' with { type: 'json' };

const { how: _how, ...people } = traces;

describe('six people over sixteen weeks, worked out by hand before the rules were written (A4)', () => {
	test.each(Object.entries(people))('%s', (_name, script) => {
		const known = script as unknown as Script;
		expect(lived(known, programmes)).toEqual(known.expected);
	});
});
