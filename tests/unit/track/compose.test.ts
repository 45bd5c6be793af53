import { describe, expect, test } from 'vitest';
import { composeTrack, LEAD_MS, type Track, type TrackPlan } from '#lib/track/compose.ts';
import { FRAME_BYTES, FRAME_MS } from '#lib/track/frames.ts';
import { CLIPS, FLOOR } from '../../support/track/clips.ts';
import { listenTo } from '../../support/track/listen.ts';

const aPlan = (parts: Partial<TrackPlan>): TrackPlan => ({
	id: 'a',
	totalMs: 60_000,
	sounds: [],
	resume: [],
	floor: FLOOR,
	...parts
});
function composed(parts: Partial<TrackPlan>): Track {
	const track = composeTrack(aPlan(parts));
	if (!track.ok) throw new Error(track.error.fault);
	return track.value;
}
const faultWith = (floor: TrackPlan['floor']) => {
	const track = composeTrack(aPlan({ floor }));
	return track.ok ? null : track.error;
};
const frameOf = (trackMs: number) => Math.round((trackMs - 1105 / 24) / FRAME_MS);

describe('composing a track', () => {
	test('needs a floor that can be joined without a jump', () => {
		expect(faultWith(null)).toEqual({ type: 'noFloor', fault: 'missing' });
		expect(faultWith(new Uint8Array(0))).toEqual({ type: 'noFloor', fault: 'empty' });
		expect(faultWith(new Uint8Array(2400))).toEqual({ type: 'noFloor', fault: 'format' });
		expect(faultWith(FLOOR.slice(0, 24 * FRAME_BYTES))).toEqual({ type: 'noFloor', fault: 'notWholePeriods' });
		expect(faultWith(FLOOR.slice(0, 25 * FRAME_BYTES))).toBeNull();
	});

	test('takes the tone where the clip is missing or broken, and says so', () => {
		const torn = CLIPS.speech.slice(0, 100);
		const { schedule, unsounded } = composed({
			sounds: [
				{ key: 'whole', atMs: 1000, frames: CLIPS.speech, instead: CLIPS.beep },
				{ key: 'missing', atMs: 5000, frames: null, instead: CLIPS.beep },
				{ key: 'torn', atMs: 9000, frames: torn, instead: CLIPS.beep },
				{ key: 'nothing', atMs: 12_000, frames: torn },
				{ key: 'early', atMs: -LEAD_MS - 100, frames: CLIPS.beep }
			]
		});
		expect(schedule.map(({ key, isInstead }) => [key, isInstead])).toEqual([
			['whole', false],
			['missing', true],
			['torn', true]
		]);
		expect(unsounded).toEqual([
			{ key: 'nothing', wishedMs: 12_000, why: 'broken' },
			{ key: 'early', wishedMs: -LEAD_MS - 100, why: 'outside' }
		]);
	});

	test('cuts the end of a clip rather than being late with the next', async () => {
		const track = composed({
			sounds: [
				{ key: 'speech', atMs: 1000, frames: CLIPS.speech },
				{ key: 'click', atMs: 2000, frames: CLIPS.click },
				{ key: 'also', atMs: 2003, frames: CLIPS.beep }
			]
		});
		expect(track.schedule.map(({ key }) => key)).toEqual(['speech', 'click']);
		expect(track.unsounded).toEqual([{ key: 'also', wishedMs: 2003, why: 'covered' }]);
		const bytes = Buffer.from(await track.blob.arrayBuffer());
		const click = frameOf(2000 + LEAD_MS) * FRAME_BYTES;
		expect(bytes.subarray(click, click + CLIPS.click.length).equals(CLIPS.click)).toBe(true);
	});

	test('puts the get-ready of the start in front, and the one of a resume behind ten minutes of floor', async () => {
		const track = composed({
			sounds: [{ key: 'three', atMs: -3000, frames: CLIPS.beep }],
			resume: [{ key: 'three', atMs: 0, frames: CLIPS.click }]
		});
		expect(track.trackMsOf(0)).toBe(LEAD_MS);
		expect(track.resume.goMs - track.resume.startMs).toBe(3120);
		expect(track.resume.startMs).toBeGreaterThanOrEqual(LEAD_MS + 60_000 + 600_000);
		const { onsets } = await listenTo(track.blob);
		expect(onsets).toHaveLength(2);
		expect(Math.abs((onsets[0] ?? 0) - 2000)).toBeLessThan(30);
		expect(Math.abs((onsets[1] ?? 0) - (track.resume.goMs - 3000))).toBeLessThan(30);
	});

	test('of the same clips shares them: a second track is the same bytes', async () => {
		const sounds = [{ key: 'a', atMs: 500, frames: CLIPS.beep }];
		const [first, again] = [composed({ sounds }), composed({ sounds })];
		expect(Buffer.from(await first.blob.arrayBuffer()).equals(Buffer.from(await again.blob.arrayBuffer()))).toBe(true);
	});
});
