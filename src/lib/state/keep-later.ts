// What is not needed at once and should be here without a network: fetched when the first visit has settled.

import type { Settings } from '#lib/domain/record.ts';
import { wholeWorker } from './early-worker.ts';
import { voiceOf } from './voice-language.ts';

/** After the worker has everything that the app needs to start, so that it is not slowed down. */
const SETTLED_MS = 1500;

/** Once for each page. */
let restAsked = false;

/** Keeps the rest of the app and the words of the voice on the device. Says nothing when it cannot; whoever needs them later is told then. */
export async function keepLater(settings: () => Settings): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const worker = await wholeWorker();
	await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
	// A version that waits has everything. Work for the old one would hold the update back that is being tapped now.
	const { waiting } = await navigator.serviceWorker.ready;
	if (!restAsked && !waiting) worker?.postMessage({ type: 'KEEP_REST' });
	restAsked = true;
	const language = voiceOf(settings());
	if (!language || settings().soundMode === 'quiet') return;
	const { keepWords } = await import('./voice-shelf.ts');
	await keepWords(language);
}
