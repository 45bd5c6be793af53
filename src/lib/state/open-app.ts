// Builds the real adapters once and opens the person's data. Never throws for a browser that refuses something.

import { base } from '$app/paths';
import { dataName } from './data-name.ts';
import { loadTexts, type ContentTexts } from '#lib/content/index.ts';
import type { Language, Snapshot } from '#lib/domain/record.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { createClock } from '#lib/platform/clock.ts';
import { createTabs } from '#lib/platform/tabs.ts';
import { openDatabase, type OpenError } from '#lib/storage/database.ts';
import { emptySnapshot } from '#lib/storage/migrations.ts';
import { createRepository } from '#lib/storage/repository.ts';
import { App } from './app.svelte.ts';
import { createForgetfulKeeper, type Keeper } from './keeper.ts';
import { waiting } from './waiting.svelte.ts';
import { weekWords } from './week-words.svelte.ts';
import { needsWeeks, weeksShelf } from './weeks-shelf.svelte.ts';
import { createBlockedSign } from './blocked-sign.ts';
import { inLanguage } from './write.ts';

/** What the head script guessed or knew before the database could be asked. */
const guessedLanguage = (): Language => (document.documentElement.lang === 'de' ? 'de' : 'en');

interface Opened {
	readonly keeper: Keeper;
	readonly snapshot: Snapshot;
	readonly trouble: OpenError | null;
}

const forgetful = (trouble: OpenError): Opened => {
	const snapshot = inLanguage(emptySnapshot(), guessedLanguage());
	return { keeper: createForgetfulKeeper(snapshot), snapshot, trouble };
};

async function openKeeper(): Promise<Opened> {
	const sign = createBlockedSign(guessedLanguage());
	const opened = await openDatabase({
		name: dataName,
		onBlocked: sign.show,
		onOutdated: () => (waiting.outdated = true),
		onClosed: () => (waiting.outdated = true)
	});
	sign.hide();
	if (!opened.ok) return forgetful(opened.error);
	const keeper = createRepository(opened.value);
	return { keeper, snapshot: inLanguage(await keeper.load(), guessedLanguage()), trouble: null };
}

interface Worded {
	readonly now: Snapshot;
	readonly texts: ContentTexts;
}

/** A language tapped while all this was opening counts, also one tapped while its words were fetched. */
async function inItsWords(snapshot: Snapshot): Promise<Worded> {
	const now = inLanguage(snapshot, guessedLanguage());
	const { language } = now.settings;
	const [texts] = await Promise.all([
		loadTexts(language),
		i18n.language === language ? undefined : i18n.use(language),
		needsWeeks(now.choices) ? Promise.all([weeksShelf.open(), weekWords.ready()]) : undefined
	]);
	return inLanguage(snapshot, guessedLanguage()).settings.language === language ? { now, texts } : inItsWords(snapshot);
}

/** By then the first screen stands, and nobody has tapped anything that takes long. */
const TIDY_AFTER_MS = 5000;

let opening: Promise<App> | null = null;

async function open(): Promise<App> {
	const [{ keeper, snapshot, trouble }] = await Promise.all([openKeeper(), i18n.use(guessedLanguage())]);
	const { now, texts } = await inItsWords(snapshot);
	const clock = createClock();
	const app = new App({ base, clock, tabs: createTabs(dataName), keeper, trouble }, now, texts);
	if (app.needsLibrary) await app.openLibrary();
	setTimeout(() => void keeper.tidy(), TIDY_AFTER_MS);
	return app;
}

/** The one app of this page. */
export function openApp(): Promise<App> {
	opening ??= open();
	return opening;
}

/** The one app of this page with the data as they stand now: another tab may have changed them since it was opened. */
export async function openAppAnew(): Promise<App> {
	const isOpen = opening !== null;
	const app = await openApp();
	// What was read a moment ago need not be read twice: years of records take their time.
	if (isOpen) await app.reload();
	return app;
}
