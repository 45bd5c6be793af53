// Looking for exercises: by what they are for, how one lies, how demanding they are, where, and with what. Within a
// group any of what is wished will do, between groups all of it. Knows no names.

/** The groups of wishes, in the order in which they are asked; also their names in an address. */
export const FACETS = ['aim', 'position', 'level', 'place', 'equipment'] as const;
export type Facet = (typeof FACETS)[number];

/** What an exercise can be found by. */
export interface Findable {
	readonly aims: readonly string[];
	readonly position: string;
	readonly level: number;
	readonly places: readonly string[];
	readonly equipment: readonly string[];
}

export type Search = Readonly<Record<Facet, readonly string[]>>;

/** Of equipment: that none is needed. */
export const NO_EQUIPMENT = 'none';

/** Under which values of a group an exercise stands. */
export function valuesOf(exercise: Findable, facet: Facet): readonly string[] {
	switch (facet) {
		case 'aim':
			return exercise.aims;
		case 'position':
			return [exercise.position];
		case 'level':
			return [String(exercise.level)];
		case 'place':
			return exercise.places;
		case 'equipment':
			return exercise.equipment.length > 0 ? exercise.equipment : [NO_EQUIPMENT];
	}
}

const searchFrom = (wishes: (facet: Facet) => readonly string[]): Search => ({
	aim: wishes('aim'),
	position: wishes('position'),
	level: wishes('level'),
	place: wishes('place'),
	equipment: wishes('equipment')
});

/** What an address wishes, each once; values under which no exercise stands are left out. */
export const searchOf = (wishes: (facet: Facet) => readonly string[], exercises: readonly Findable[]): Search =>
	searchFrom((facet) => {
		const known = new Set(exercises.flatMap((exercise) => valuesOf(exercise, facet)));
		return [...new Set(wishes(facet))].filter((value) => known.has(value));
	});

/** What stands in the address: `?aim=hips&level=1`; nothing without a wish. */
export function queryOf(search: Search): string {
	const wishes = FACETS.flatMap((facet) => search[facet].map((value) => `${facet}=${value}`));
	return wishes.length > 0 ? `?${wishes.join('&')}` : '';
}

export const wishCount = (search: Search, facets: readonly Facet[] = FACETS): number =>
	facets.reduce((sum, facet) => sum + search[facet].length, 0);

/** One wish more, or one less if it was there. */
export const toggled = (search: Search, facet: Facet, value: string): Search => ({
	...search,
	[facet]: search[facet].includes(value) ? search[facet].filter((each) => each !== value) : [...search[facet], value]
});

/** The exercises that fit, in their order. */
export const found = <T extends Findable>(exercises: readonly T[], search: Search): readonly T[] =>
	exercises.filter((exercise) =>
		FACETS.every(
			(facet) => search[facet].length === 0 || valuesOf(exercise, facet).some((value) => search[facet].includes(value))
		)
	);
