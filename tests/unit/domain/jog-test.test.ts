import { expect, test } from 'vitest';
import { stageOfJog } from '#lib/domain/jog-test.ts';

test.each([
	[0, true, true, 0],
	[29, true, true, 0],
	[30, true, true, 1],
	[59, true, true, 1],
	[60, true, true, 2],
	[90, true, true, 3],
	[119, true, true, 3],
	[120, true, true, 4],
	[600, true, true, 4],
	// Two minutes count in full only with talking and an unchanged morning.
	[120, false, true, 3],
	[120, true, false, 3],
	[120, true, null, 3],
	[60, false, null, 2]
] as const)(
	'%i seconds, talking %s, morning the same %s: index %i (evidence 1.5)',
	(seconds, talking, morningSame, stage) => {
		expect(stageOfJog({ seconds, talking, morningSame })).toBe(stage);
	}
);
