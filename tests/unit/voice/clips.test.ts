// The committed clips: there is one for whatever any session says, each is what the track can join, and all are alike loud.
// Fails when the shelf has something new: then run `npm run voice` (docs/voice.md).

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MPEGDecoder } from 'mpg123-decoder';
import { beforeAll, describe, expect, test } from 'vitest';
import { SIGNATURE, soundOf } from '#lib/audio/signature.ts';
import { phrasesOf, phraseWords } from '#lib/content/phrases.ts';
import { loadShelf } from '#lib/content/shelf.ts';
import de from '#lib/content/voice/de.json';
import en from '#lib/content/voice/en.json';
import { placeUtterances } from '#lib/domain/placing.ts';
import { sessionsOf } from '#lib/domain/programme.ts';
import { utterancesOf } from '#lib/domain/spoken.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { clipMs, readPack } from '#lib/voice/pack.ts';
import { frameFault } from '../../../scripts/voice/frames.mjs';
import { gatedRmsDb, medianOf, peakDb, rmsDb } from '../../../scripts/voice/level.mjs';
import {
	clipsDir,
	FLOOR,
	manifestFile,
	RATE_HZ,
	recordedDir,
	toneHash,
	wordsHash,
	type Manifest
} from '../../../scripts/voice/settings.mjs';

const LANGUAGES = ['de', 'en'] as const;
const VOICES = { de, en };
/** A shorter step has no time for words; its tone says what it can. */
const WORDS_FROM_MS = 4000;
const MOST_BYTES = 2.5 * 1024 * 1024;

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
const clip = (folder: string, id: string): Uint8Array => readFileSync(join(clipsDir, folder, `${id}.mp3`));
const idsOf = (folder: string): readonly string[] =>
	readdirSync(join(clipsDir, folder)).map((name) => name.replace(/\.mp3$/, ''));
const everyClip = ['de', 'en', 'tones'].flatMap((folder) => idsOf(folder).map((id) => ({ folder, id })));

describe.each(LANGUAGES)('the clips in %s', (language) => {
	const phrases = async () => phrasesOf(await loadShelf(language), VOICES[language]);

	test('are one for each phrase of the shelf, and no other', async () => {
		const wanted = (await phrases()).map(({ id }) => id).toSorted();
		expect(idsOf(language).toSorted()).toEqual(wanted);
	});

	test('say what the shelf says today', async () => {
		const wanted = (await phrases()).map(({ id, words, reads }) => {
			const recording = join(recordedDir, language, `${id}.wav`);
			const recorded = existsSync(recording) ? readFileSync(recording) : undefined;
			return [id, { words, hash: wordsHash(language, reads, recorded) }];
		});
		expect(manifest[language]).toEqual(Object.fromEntries(wanted));
	});

	test('are there for every cue of every session, and no session loses a word that matters', async () => {
		const { programmes, names } = await loadShelf(language);
		const canBeSaid = (id: string) => phraseWords(id, VOICES[language], names) !== undefined;
		const pack = (folder: string) =>
			readPack(Uint8Array.from(readFileSync(join(clipsDir, `../packs/${folder}.bin`))).buffer);
		const [words, tones] = [pack(`voice-${language}`), pack('tones')];
		expect([...words.faults, ...tones.faults]).toEqual([]);
		const lost = sessionsOf(programmes).flatMap((session) => {
			const timeline = timelineOf(session);
			const wished = utterancesOf(timeline, (id) => words.clips.has(id));
			expect(wished).toEqual(utterancesOf(timeline, canBeSaid));
			const { placed, leftOut } = placeUtterances(wished, (each) => {
				const frames = each.kind === 'tone' ? tones.clips.get(soundOf(each.tone)) : words.clips.get(each.id);
				return clipMs(frames ?? new Uint8Array());
			});
			for (const { lengthMs } of placed) expect(lengthMs).toBeGreaterThan(0);
			const isLong = (index: number): boolean => {
				const step = timeline.steps[index];
				return step !== undefined && step.endMs - step.startMs >= WORDS_FROM_MS;
			};
			return leftOut
				.filter(({ utterance, reason }) => reason === 'noRoom' && utterance.kind !== 'next')
				.filter(({ utterance }) => isLong(utterance.stepIndex))
				.map(({ clip: left, utterance }) => `${session.id} ${utterance.atMs} ${JSON.stringify(left)}`);
		});
		expect(lost).toEqual([]);
	});
});

describe('the tones', () => {
	test('are the sound signature as it is, and the floor', () => {
		const wanted = Object.entries(SIGNATURE).map(([id, notes]) => [id, toneHash(notes)]);
		const made = Object.entries(manifest.tones).map(([id, { hash }]) => [id, hash]);
		expect(Object.fromEntries(made)).toEqual(Object.fromEntries([...wanted, ['floor', toneHash(FLOOR)]]));
		expect(idsOf('tones').toSorted()).toEqual(Object.keys(manifest.tones).toSorted());
	});
});

describe('every clip', () => {
	/** Decoded once; by folder and id. */
	const sounds = new Map<string, Float32Array>();

	beforeAll(async () => {
		const decoder = new MPEGDecoder({ enableGapless: false });
		await decoder.ready;
		for (const { folder, id } of everyClip) {
			const { channelData, sampleRate, errors } = decoder.decode(clip(folder, id));
			expect([sampleRate, errors], `${folder}/${id}`).toEqual([RATE_HZ, []]);
			sounds.set(`${folder}/${id}`, channelData[0] ?? new Float32Array());
			await decoder.reset();
		}
		decoder.free();
	}, 120_000);

	test('is made of frames that stand on their own', () => {
		expect(everyClip.map(({ folder, id }) => frameFault(clip(folder, id))).filter(Boolean)).toEqual([]);
	});

	test('lasts 0.3 to 4 seconds; only the floor goes on for 2.4', () => {
		for (const [name, samples] of sounds) {
			const seconds = samples.length / RATE_HZ;
			if (name === 'tones/floor') expect(seconds).toBeCloseTo(2.4, 2);
			else {
				expect(seconds, name).toBeGreaterThanOrEqual(0.3);
				expect(seconds, name).toBeLessThanOrEqual(4);
			}
		}
	});

	test('is as loud as the others, within 3 dB of the median, and never clips', () => {
		// Meant to be soft: these two only keep headphones and the page awake.
		const heard = [...sounds].filter(([name]) => name !== 'tones/floor' && name !== 'tones/lead');
		for (const [name, samples] of heard) expect(peakDb(samples), name).toBeLessThan(-1);
		const levels = heard.map(([name, samples]) => ({ name, db: gatedRmsDb(samples, RATE_HZ) }));
		const median = medianOf(levels.map(({ db }) => db));
		expect(levels.filter(({ db }) => !(Math.abs(db - median) <= 3))).toEqual([]);
		expect(median).toBeGreaterThan(-20);
	});

	test('of the floor is neither heard nor silent: -66 to -54 dBFS all along', () => {
		const samples = sounds.get('tones/floor') ?? new Float32Array();
		expect(samples.length).toBeGreaterThan(2 * RATE_HZ);
		for (let from = 0; from + RATE_HZ <= samples.length; from += RATE_HZ / 4) {
			const db = rmsDb(samples, from, from + RATE_HZ);
			expect(db).toBeGreaterThan(-66);
			expect(db).toBeLessThan(-54);
		}
	});

	test('of both languages together weighs at most 2.5 MB', () => {
		const bytes = everyClip.reduce(
			(sum, { folder, id }) => sum + statSync(join(clipsDir, folder, `${id}.mp3`)).size,
			0
		);
		expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
	});
});
