// The names by which the browser tests find things: as the issue says them, in both languages.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

const EN = {
	begin: 'Let’s go',
	beginPlan: 'Begin',
	start: 'Start',
	pause: 'Pause',
	resume: 'Resume',
	skip: 'Skip',
	back: 'Back',
	extend: '+30 s',
	end: 'End session',
	endConfirm: 'End and keep',
	endGoOn: 'Go on',
	outdoor: 'Outdoor contrast',
	sound: 'Sound',
	vibration: 'Vibration',
	flash: 'Full-screen flash',
	lock: 'Lock the screen',
	locked: 'Screen is locked',
	unlock: 'Unlock',
	unlockYes: 'Yes, unlock',
	getReady: 'Get ready',
	paused: 'Paused',
	next: 'Next: ',
	nextEnd: 'Then you are done',
	pocket: 'Pocket',
	voice: 'Voice',
	testPhone: 'Start the test',
	kept: 'I kept going',
	dropped: 'I stopped',
	gapTitle: 'Did you keep going?',
	walkFirst: 'Ease back in',
	goOnHere: /^Go on right here/,
	resumeAt: /Resume at (\d+):(\d\d)/,
	left: /(\d+:\d\d) left/,
	done: 'Done',
	endedEarly: 'That counts',
	save: 'Save',
	later: 'Answer later',
	discard: 'Discard this session',
	today: 'Today',
	plan: 'Plan',
	history: 'History',
	settings: 'Settings',
	edit: 'Edit',
	withoutCues: /without cues/,
	stages: 'All 17 stages',
	readFile: 'Load from a file',
	importTitle: 'Load this file?',
	cancel: 'Cancel',
	missing: 'There is nothing here',
	themes: { light: 'Light', dark: 'Dark', outdoor: 'Outdoor' },
	exerciseOf: (n: number, of: number) => `Exercise ${n} of ${of}`,
	runOf: (n: number, of: number) => `Run ${n} of ${of}`
};

export type Words = typeof EN;

const DE: Words = {
	begin: 'Los geht’s',
	beginPlan: 'Anfangen',
	start: 'Starten',
	pause: 'Pause',
	resume: 'Weiter',
	skip: 'Überspringen',
	back: 'Zurück',
	extend: '+30 s',
	end: 'Einheit beenden',
	endConfirm: 'Beenden und behalten',
	endGoOn: 'Weitermachen',
	outdoor: 'Kontrast für draußen',
	sound: 'Ton',
	vibration: 'Vibration',
	flash: 'Bildschirm leuchtet auf',
	lock: 'Bildschirm sperren',
	locked: 'Bildschirm ist gesperrt',
	unlock: 'Entsperren',
	unlockYes: 'Ja, entsperren',
	getReady: 'Mach dich bereit',
	paused: 'Pausiert',
	next: 'Danach: ',
	nextEnd: 'Danach bist du fertig',
	pocket: 'Hosentasche',
	voice: 'Stimme',
	testPhone: 'Test starten',
	kept: 'Ich habe weitergemacht',
	dropped: 'Ich habe angehalten',
	gapTitle: 'Hast du weitergemacht?',
	walkFirst: 'Sanft weitermachen',
	goOnHere: /^Genau hier weiter/,
	resumeAt: /Weiter bei (\d+):(\d\d)/,
	left: /noch (\d+:\d\d)/,
	done: 'Geschafft',
	endedEarly: 'Das zählt',
	save: 'Speichern',
	later: 'Später antworten',
	discard: 'Einheit verwerfen',
	today: 'Heute',
	plan: 'Plan',
	history: 'Verlauf',
	settings: 'Einstellungen',
	edit: 'Ändern',
	withoutCues: /ohne Signale/,
	stages: 'Alle 17 Stufen',
	readFile: 'Aus einer Datei einlesen',
	importTitle: 'Diese Datei einlesen?',
	cancel: 'Abbrechen',
	missing: 'Hier ist nichts',
	themes: { light: 'Hell', dark: 'Dunkel', outdoor: 'Draußen' },
	exerciseOf: (n: number, of: number) => `Übung ${n} von ${of}`,
	runOf: (n: number, of: number) => `Lauf ${n} von ${of}`
};

export const WORDS: Readonly<Record<Language, Words>> = { en: EN, de: DE };

interface Named {
	readonly name: string;
}

/** The texts of the library shelf, as they are published. */
export interface Shelf {
	readonly exercises: Readonly<Record<string, Named & { readonly short: string }>>;
	readonly positions: Readonly<Record<string, Named>>;
	readonly phases: Readonly<Record<string, Named>>;
	readonly sides: Readonly<Record<string, string>>;
	readonly cues: Readonly<Record<string, { readonly word: string }>>;
}

export interface SequenceStep {
	readonly phase: string;
	readonly seconds: number;
	readonly exerciseId?: string;
	readonly position?: string;
	readonly side?: string;
}

const fromContent = (file: string): unknown => JSON.parse(readFileSync(join('src/lib/content', file), 'utf8'));

export const shelfOf = (language: Language): Shelf => fromContent(`texts/${language}.json`) as Shelf;

export function stepsOfSequence(id: string): readonly SequenceStep[] {
	const sequences = fromContent('sequences.json') as { id: string; steps: SequenceStep[] }[];
	const sequence = sequences.find((each) => each.id === id);
	if (!sequence) throw new Error(`There is no sequence ${id}.`);
	return sequence.steps;
}
