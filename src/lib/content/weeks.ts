// The shelf behind the first one: what only the later screens need. Loaded through `loadWeeks` of index.ts.

import type { LongerRunning } from '#lib/domain/longer-running.ts';
import type { SampleWeek } from '#lib/domain/sample-week.ts';
import longerRunningData from './longer-running.json';
import sampleWeekData from './sample-weeks.json';

export { exerciseForm } from './exercise-form.ts';

export const longerRunning: LongerRunning = longerRunningData;
export const sampleWeeks: readonly SampleWeek[] = sampleWeekData as readonly SampleWeek[];
