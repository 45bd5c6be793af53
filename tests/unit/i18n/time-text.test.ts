// Days as they are written: the year is there when it is not this one.

import { expect, test } from 'vitest';
import { fullDayText, shortDayText } from '#lib/i18n/time-text.ts';

test('a day of this year has none, one of another year has its year', () => {
	expect(shortDayText('en', '2026-05-14', '2026-11-21')).toBe('14 May');
	expect(shortDayText('en', '2025-05-14', '2026-11-21')).toBe('14 May 2025');
	expect(shortDayText('de', '2026-05-14', '2026-11-21')).toBe('14. Mai');
	expect(shortDayText('de', '2025-05-14', '2026-11-21')).toBe('14. Mai 2025');
	expect(fullDayText('en', '2026-05-14', '2026-11-21')).toMatch(/^Thursday,? 14 May$/);
	expect(fullDayText('en', '2025-05-14', '2026-11-21')).toBe('14 May 2025');
	expect(fullDayText('de', '2025-05-14', '2026-11-21')).toBe('14. Mai 2025');
});
