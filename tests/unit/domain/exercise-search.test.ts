import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	FACETS,
	found,
	queryOf,
	searchOf,
	toggled,
	valuesOf,
	wishCount,
	type Facet,
	type Findable,
	type Search
} from '#lib/domain/exercise-search.ts';
import { law } from '../../support/runs.ts';

const plank: Findable = { aims: ['trunk'], position: 'face-down', level: 3, places: ['floor'], equipment: ['mat'] };
const march: Findable = { aims: ['legs'], position: 'stand', level: 1, places: ['desk', 'outdoors'], equipment: [] };
const lunge: Findable = {
	aims: ['hips', 'legs'],
	position: 'kneel',
	level: 2,
	places: ['floor'],
	equipment: ['mat', 'chair']
};
const ALL = [plank, march, lunge];
const NOTHING = searchOf(() => [], ALL);
const wishing = (wishes: Partial<Record<Facet, readonly string[]>>): Search => ({ ...NOTHING, ...wishes });
const readFrom = (query: string) => (facet: Facet) => new URLSearchParams(query).getAll(facet);

test('without a wish everything is found', () => {
	expect(found(ALL, NOTHING)).toEqual(ALL);
	expect(queryOf(NOTHING)).toBe('');
});

test('any wish of a group will do, and every group counts', () => {
	expect(found(ALL, wishing({ aim: ['trunk', 'legs'] }))).toEqual(ALL);
	expect(found(ALL, wishing({ aim: ['legs'] }))).toEqual([march, lunge]);
	expect(found(ALL, wishing({ aim: ['legs'], place: ['floor'] }))).toEqual([lunge]);
	expect(found(ALL, wishing({ aim: ['trunk'], place: ['desk'] }))).toEqual([]);
	expect(found(ALL, wishing({ level: ['3', '1'], position: ['stand', 'face-down'] }))).toEqual([plank, march]);
});

test('no equipment is a wish of its own', () => {
	expect(found(ALL, wishing({ equipment: ['none'] }))).toEqual([march]);
	expect(found(ALL, wishing({ equipment: ['chair', 'none'] }))).toEqual([march, lunge]);
});

test('an address with what nobody knows finds by the rest of it', () => {
	const search = searchOf(readFrom('?aim=legs&aim=legs&aim=ears&colour=red&level=9'), ALL);
	expect(search).toEqual(wishing({ aim: ['legs'] }));
	expect(wishCount(search)).toBe(1);
});

test('a second tap takes a wish back', () => {
	const once = toggled(NOTHING, 'level', '1');
	expect(once).toEqual(wishing({ level: ['1'] }));
	expect(toggled(once, 'level', '1')).toEqual(NOTHING);
	expect(wishCount(toggled(once, 'aim', 'hips'), ['aim', 'place'])).toBe(1);
});

const anyValue = (facet: Facet): fc.Arbitrary<string> =>
	fc.constantFrom(...new Set(ALL.flatMap((each) => valuesOf(each, facet))));
const anyWish = fc.constantFrom(...FACETS).chain((facet) => fc.tuple(fc.constant(facet), anyValue(facet)));
const anySearch: fc.Arbitrary<Search> = fc
	.array(anyWish, { maxLength: 6 })
	.map((wishes) =>
		wishes.reduce(
			(search, [facet, value]) => (search[facet].includes(value) ? search : toggled(search, facet, value)),
			NOTHING
		)
	);

describe('whatever is wished', () => {
	law(
		'search: what stands in the address is read again as it was',
		fc.property(anySearch, (search) => {
			expect(searchOf(readFrom(queryOf(search)), ALL)).toEqual(search);
		})
	);

	law(
		'search: another wish of a group never loses an exercise, the first of a group never adds one',
		fc.property(anySearch, anyWish, (search, [facet, value]) => {
			fc.pre(!search[facet].includes(value));
			const before = found(ALL, search);
			const after = found(ALL, toggled(search, facet, value));
			if (search[facet].length > 0) expect(after).toEqual(expect.arrayContaining([...before]));
			else expect(before).toEqual(expect.arrayContaining([...after]));
		})
	);
});
