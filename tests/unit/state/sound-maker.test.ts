// What a session is heard with: the voice that is chosen or none, and what could not be said, told once.
// There is no loudspeaker here: whatever words a sound is given, it names as unsaid.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// Read once here; each test then begins with a shelf of its own.
import '#lib/state/sound-maker.ts';
import type { Settings } from '#lib/domain/record.ts';
import { FRAME_BYTES } from '#lib/track/frames.ts';
import { emptySnapshot } from '#lib/storage/migrations.ts';
import { packOf } from '../../../scripts/voice/pack.mjs';
import { clipsDir } from '../../../scripts/voice/settings.mjs';
import { aTimeline } from '../../support/builders.ts';

const settled = () => new Promise((done) => setTimeout(done, 20));
const packFile = (name: string) => readFileSync(join('src/lib/voice/packs', `${name}.bin`));
const clip = (id: string): Uint8Array => readFileSync(join(clipsDir, 'de', `${id}.mp3`));
/** A voice that knows no more than the session asks for: it is read in no time. */
const SMALL = packOf(['warmUp.300', 'run.600', 'ten', 'half', 'finish'].map((id) => [id, clip(id)]));

/** What the network has, by the name of the pack; what is missing is not found. */
let network: Record<string, Uint8Array | Promise<Uint8Array>> = {};

beforeEach(() => {
	vi.resetModules();
	network = { tones: packFile('tones'), 'voice-de': SMALL, 'voice-en': SMALL };
	vi.stubGlobal('fetch', async (url: string) => {
		const found = Object.entries(network).find(([name]) => url.includes(name))?.[1];
		return found ? new Response(Uint8Array.from(await found)) : new Response(null, { status: 404 });
	});
});
afterEach(() => vi.unstubAllGlobals());

const settingsOf = (change: Partial<Settings>): Settings => ({
	...emptySnapshot().settings,
	soundMode: 'music',
	language: 'de',
	...change
});

async function makerFor(seconds: readonly number[] = [300, 600]) {
	const { SoundMaker } = await import('#lib/state/sound-maker.ts');
	const maker = new SoundMaker();
	const unsaid: string[] = [];
	const nothing = () => {};
	const make = (settings: Settings) => {
		const sound = maker.make({
			id: 'r',
			timeline: aTimeline(...seconds),
			settings: () => settings,
			now: () => 0,
			cardOf: () => ({ title: '', artist: '', artwork: [] }),
			heard: ({ timeline }) => timeline
		});
		maker.tell(
			{
				onunsaid: (clips) => unsaid.push(...clips),
				onstopped: nothing,
				onplaying: nothing,
				onstalled: nothing,
				onclock: nothing,
				onrerouted: nothing,
				onunavailable: nothing
			},
			{ onplay: nothing, onpause: nothing, onnext: nothing, onprevious: nothing }
		);
		return sound;
	};
	return { maker, make, unsaid };
}

test('who starts while another voice is on its way hears no word of the one before', async () => {
	const { maker, make, unsaid } = await makerFor();
	await maker.prepare(settingsOf({}));
	let bring = (_pack: Uint8Array) => {};
	network['voice-en'] = new Promise((done) => (bring = done));
	const english = settingsOf({ voiceLanguage: 'en' });
	const prepared = maker.prepare(english);
	await settled();
	make(english);
	await settled();
	expect(unsaid).toEqual([]);
	bring(SMALL);
	expect((await prepared).words.size).toBe(5);
});

test('with the voice that was prepared, each phrase is told once however often it is looked for', async () => {
	const { maker, make, unsaid } = await makerFor();
	await maker.prepare(settingsOf({}));
	const sound = make(settingsOf({}));
	await settled();
	expect(unsaid).toContain('run.600');
	// The same words in another map: everything is learnt anew.
	const shelf = await maker.prepare(settingsOf({}));
	sound.learn({ ...shelf, words: new Map(shelf.words) });
	sound.follow({ ...playing(), timeline: aTimeline(300, 600) }, 10_000, false);
	await settled();
	expect(new Set(unsaid).size).toBe(unsaid.length);
});

test('a broken clip is named when the session asks for it, and no other', async () => {
	const spoilt = Uint8Array.from(clip('run.600'));
	spoilt[2 * FRAME_BYTES + 2] = 0x54;
	network['voice-de'] = packOf([
		['warmUp.300', clip('warmUp.300')],
		['run', clip('run')],
		['run.600', spoilt],
		['walk.180', spoilt]
	]);
	const { maker, make, unsaid } = await makerFor();
	expect((await maker.prepare(settingsOf({}))).broken).toEqual(['run.600', 'walk.180']);
	make(settingsOf({}));
	expect(unsaid).toEqual(['run.600']);
});

test('a voice that cannot be had is named as a whole, once; not where none is wanted', async () => {
	network['voice-de'] = new Uint8Array(0);
	const { maker, make, unsaid } = await makerFor();
	expect((await maker.prepare(settingsOf({}))).trouble).toBe('missing');
	make(settingsOf({}));
	await maker.prepare(settingsOf({}));
	expect(unsaid).toEqual(['voice.de']);
	unsaid.length = 0;
	await maker.prepare(settingsOf({ voice: false }));
	make(settingsOf({ voice: false }));
	await maker.prepare(settingsOf({ soundMode: 'quiet' }));
	make(settingsOf({ soundMode: 'quiet' }));
	await settled();
	expect(unsaid).toEqual([]);
});

test('after silence the sounds are read again for who wants them', async () => {
	const { maker } = await makerFor();
	await maker.prepare(settingsOf({}));
	await maker.prepare(settingsOf({ soundMode: 'quiet' }));
	expect([maker.hasTones, maker.isReady(settingsOf({ soundMode: 'pocket' }))]).toEqual([false, false]);
	await maker.prepare(settingsOf({ soundMode: 'pocket' }));
	expect([maker.hasTones, maker.isReady(settingsOf({ soundMode: 'pocket' }))]).toEqual([true, true]);
});

const playing = () => ({
	timeline: aTimeline(300, 600),
	status: 'playing' as const,
	positionMs: 0,
	anchorAt: 0,
	plays: [],
	ways: {},
	startedAt: 0,
	pausedAt: null,
	endedAt: null,
	endedBy: null
});
