import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FRAME_BYTES, FRAME_MS } from '#lib/track/frames.ts';
import { clipMs, readPack } from '#lib/voice/pack.ts';
import { packOf } from '../../../scripts/voice/pack.mjs';
import { clipsDir } from '../../../scripts/voice/settings.mjs';

const clip = (id: string): Uint8Array => readFileSync(join(clipsDir, 'tones', `${id}.mp3`));
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const withHeader = (header: string, frames: Uint8Array = clip('up')): ArrayBuffer => {
	const text = new TextEncoder().encode(header);
	const bytes = new Uint8Array(4 + text.length + frames.length);
	new DataView(bytes.buffer).setUint32(0, text.length, true);
	bytes.set(text, 4);
	bytes.set(frames, 4 + text.length);
	return bytes.buffer;
};

describe('a pack', () => {
	test('gives back the frames that were put in, by id', () => {
		const pack = readPack(
			bufferOf(
				packOf([
					['up', clip('up')],
					['run.120', clip('count')]
				])
			)
		);
		expect(pack.faults).toEqual([]);
		expect([...pack.clips.keys()]).toEqual(['up', 'run.120']);
		expect(Buffer.from(pack.clips.get('run.120') ?? []).equals(clip('count'))).toBe(true);
		expect(clipMs(pack.clips.get('up') ?? new Uint8Array())).toBe((clip('up').length / FRAME_BYTES) * FRAME_MS);
	});

	test.each([
		['no frame header', 0, 0],
		['another bitrate', 2, 0x54],
		['a padded frame', 2, 0x46],
		['two channels', 3, 0x44],
		['bytes borrowed from the frame before', 4, 1]
	])('leaves out and names a clip with %s, and keeps the others', (_what, offset, value) => {
		const broken = Uint8Array.from(clip('up'));
		broken[3 * FRAME_BYTES + offset] = value;
		const pack = readPack(
			bufferOf(
				packOf([
					['count', clip('count')],
					['up', broken],
					['down', clip('down')]
				])
			)
		);
		expect([...pack.clips.keys()]).toEqual(['count', 'down']);
		expect(pack.faults).toEqual([{ clip: 'up', what: 'frame' }]);
	});

	test('a file that was cut off keeps what is whole', () => {
		const whole = packOf([
			['count', clip('count')],
			['up', clip('up')]
		]);
		const pack = readPack(bufferOf(whole.subarray(0, whole.length - 10)));
		expect([...pack.clips.keys()]).toEqual(['count']);
		expect(pack.faults).toEqual([{ clip: 'up', what: 'range' }]);
	});

	test('entries that are none are named', () => {
		const clips = [['up', 0, 31], ['down', -1, 2], ['lead', 0, 0], 'count', [7, 0, 1]];
		const pack = readPack(withHeader(JSON.stringify({ version: 1, clips })));
		expect([...pack.clips.keys()]).toEqual(['up']);
		expect(pack.faults.map((fault) => fault.clip)).toEqual(['down', 'lead', null, '7']);
	});

	test.each([
		['nothing', new ArrayBuffer(0)],
		['a page', bufferOf(new TextEncoder().encode('<!doctype html><title>Not here</title>'))],
		['no JSON', withHeader('{')],
		['null', withHeader('null')],
		['another version', withHeader(JSON.stringify({ version: 2, clips: [] }))],
		['no list', withHeader(JSON.stringify({ version: 1, clips: {} }))]
	])('of %s is a fault, and throws nothing', (_what, buffer) => {
		expect(readPack(buffer)).toEqual({ clips: new Map(), faults: [{ clip: null, what: 'header' }] });
	});
});
