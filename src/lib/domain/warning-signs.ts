// The signs for which somebody should be asked before anything is trained, and how soon. Source: evidence.md 5.2 and 5.4.
// No score, no probable cause: the app names whom to ask, nothing else. The sentences are in the words of the screens.

import type { Country } from './record.ts';

/** How soon: an emergency, a doctor today, an appointment in the next one to two weeks. */
export type Urgency = 'emergency' | 'today' | 'appointment';

/** In the order in which they are asked, by what they have in common for the person who reads them. */
export const SIGN_GROUPS = {
	nerves: {
		saddleNumb: 'emergency',
		bladderBowel: 'emergency',
		sexualNumb: 'emergency',
		bothLegs: 'emergency',
		belowKnee: 'appointment'
	},
	began: { accident: 'emergency', fragile: 'today' },
	chestAndBelly: {
		chest: 'emergency',
		bellySudden: 'emergency',
		hardBelly: 'emergency',
		pulsing: 'today',
		mealsPain: 'today',
		kidney: 'today',
		bloodStool: 'today',
		jaundice: 'today',
		weightLossBowel: 'today',
		bowelChange: 'appointment',
		cyclic: 'appointment'
	},
	otherwise: { fever: 'today', cancer: 'today', upperBack: 'today', inflammatory: 'appointment' },
	you: { pregnant: 'appointment', underage: 'appointment' }
} as const satisfies Record<string, Record<string, Urgency>>;

export type SignGroup = keyof typeof SIGN_GROUPS;
type IdsOf<T> = T extends unknown ? keyof T : never;
export type SignId = IdsOf<(typeof SIGN_GROUPS)[SignGroup]>;

const URGENCIES: ReadonlyMap<string, Urgency> = new Map(
	Object.values(SIGN_GROUPS).flatMap((group) => Object.entries<Urgency>(group))
);
const ORDER: readonly Urgency[] = ['emergency', 'today', 'appointment'];

/** The most urgent of what was ticked; `null` when nothing was, or nothing that this version knows. */
export function urgencyOf(ticked: readonly string[]): Urgency | null {
	const found = new Set(ticked.map((id) => URGENCIES.get(id)));
	return ORDER.find((urgency) => found.has(urgency)) ?? null;
}

/** Whom to call. `null`: no one number for the whole country is known to us. Evidence.md 5.2 [K]. */
export interface HelpNumbers {
	readonly emergency: string | null;
	/** A doctor out of hours. */
	readonly doctor: string | null;
	/** Somebody to talk to in despair. */
	readonly crisis: string | null;
}

export const HELP_NUMBERS: Readonly<Record<Country, HelpNumbers>> = {
	de: { emergency: '112', doctor: '116 117', crisis: '0800 111 0 111' },
	at: { emergency: '144', doctor: '1450', crisis: '142' },
	ch: { emergency: '144', doctor: null, crisis: '143' },
	gb: { emergency: '999', doctor: '111', crisis: '116 123' },
	ie: { emergency: '112', doctor: null, crisis: '116 123' },
	us: { emergency: '911', doctor: null, crisis: '988' },
	other: { emergency: null, doctor: null, crisis: null }
};
