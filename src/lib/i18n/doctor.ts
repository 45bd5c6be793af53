// The sentences of the page for an appointment. English names the keys; a line that German lacks
// is a compile error.

import type de from './areas/doctor.de.json';
import type en from './areas/doctor.en.json';
import { Area } from './area.svelte.ts';

export type DoctorKey = keyof typeof en;

/** The compiler's proof that both files have the same keys. */
type Same = DoctorKey extends keyof typeof de ? (keyof typeof de extends DoctorKey ? true : never) : never;
const same: Same = true;
void same;

export const doctor = new Area<DoctorKey>({
	en: () => import('./areas/doctor.en.json'),
	de: () => import('./areas/doctor.de.json')
});
