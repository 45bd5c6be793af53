import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { composeTrack, FLOOR_PERIOD_FRAMES, RESUME_MS, type Track, type TrackPlan } from '#lib/track/compose.ts';
import { FRAME_BYTES, FRAME_MS, faultOf } from '#lib/track/frames.ts';
import { law } from '../../support/runs.ts';
import { CLIPS, FLOOR, SOUND_MS } from '../../support/track/clips.ts';
import { levelAtMs, listenTo } from '../../support/track/listen.ts';
import { planOf, RESUME, wishesOf, type Wishes } from '../../support/track/plans.ts';

function composed(plan: TrackPlan): Track {
	const track = composeTrack(plan);
	if (!track.ok) throw new Error(`no track: ${track.error.fault}`);
	return track.value;
}

/** Every stretch of the track in which something is wished to be heard, in milliseconds of the track. */
function wishedSounds({ wishes }: Wishes, { resume, leadMs }: Track) {
	const main = wishes.map(({ name, atMs }) => ({ at: atMs + leadMs, ms: SOUND_MS[name], clip: CLIPS[name] }));
	const zeroMs = resume.goMs - RESUME_MS;
	return [...main, ...RESUME.map(({ atMs }) => ({ at: atMs + zeroMs, ms: SOUND_MS.beep, clip: CLIPS.beep }))];
}

const anySound = fc.record({
	key: fc.string({ maxLength: 4 }),
	atMs: fc.double({ min: -9000, max: 70_000, noNaN: true }),
	frames: fc.constantFrom(FLOOR.slice(0, 1920), null, new Uint8Array(96), new Uint8Array(50)),
	instead: fc.constantFrom(FLOOR.slice(0, 960), new Uint8Array(0))
});

describe('the track', () => {
	law(
		'K1: every cue of a track is heard once, within 30 ms of its wish, and nothing else is',
		fc.asyncProperty(wishesOf(3, 60), async (wishes) => {
			const track = composed(planOf(wishes));
			const heard = await listenTo(track.blob);
			const sounds = wishedSounds(wishes, track);
			expect(heard.errors).toBe(0);
			expect(heard.onsets).toHaveLength(sounds.length);
			const errors = heard.onsets.map((at, n) => Math.abs(at - (sounds[n]?.at ?? 0)));
			expect(Math.max(...errors)).toBeLessThanOrEqual(30);

			// A second is of the floor when no sound is heard in it, not even its soft edges.
			const spans = sounds.map(({ at, ms }) => ({ from: at - 150, to: at + ms + 200 }));
			const floor = heard.levels.filter((_, n) => {
				const from = levelAtMs(n);
				return spans.every((span) => from + 1000 <= span.from || from >= span.to);
			});
			expect(Math.min(...heard.levels), 'no second is silent').toBeGreaterThan(-66);
			expect(floor.length).toBeGreaterThan(2400);
			expect(Math.max(...floor), 'and none of the floor is loud').toBeLessThan(-54);
			expect(heard.samples).toBe(track.durationMs * 24);
		})
	);

	law(
		'K2: a track is as long as it says, whole frames throughout, with ten minutes and more behind the finish',
		fc.asyncProperty(wishesOf(1, 4), async (wishes) => {
			const track = composed(planOf(wishes));
			const bytes = new Uint8Array(await track.blob.arrayBuffer());
			expect(faultOf(bytes)).toBeNull();
			expect(bytes.length).toBe((track.durationMs / FRAME_MS) * FRAME_BYTES);
			expect(track.blob.type).toBe('audio/mpeg');
			expect(track.resume.startMs - track.trackMsOf(track.totalMs)).toBeGreaterThanOrEqual(600_000);
			expect(track.durationMs).toBeGreaterThan(track.resume.goMs);
			expect(track.unsounded).toEqual([]);
		})
	);

	law(
		'K3: what is not a sound is the floor, frame for frame, and its phase never jumps',
		fc.asyncProperty(wishesOf(1, 4), async (wishes) => {
			const track = composed(planOf(wishes));
			const bytes = Buffer.from(await track.blob.arrayBuffer());
			const covered = new Set<number>();
			for (const { at, clip } of wishedSounds(wishes, track)) {
				const first = Math.round((at - 1105 / 24) / FRAME_MS);
				for (let n = 0; n < clip.length / FRAME_BYTES; n++) covered.add(first + n);
			}
			const period = FLOOR.length / FRAME_BYTES;
			expect(period % FLOOR_PERIOD_FRAMES).toBe(0);
			const wrong: number[] = [];
			for (let frame = 0; frame < bytes.length / FRAME_BYTES; frame++) {
				const at = (frame % period) * FRAME_BYTES;
				const isFloor =
					bytes.compare(FLOOR, at, at + FRAME_BYTES, frame * FRAME_BYTES, (frame + 1) * FRAME_BYTES) === 0;
				if (isFloor === covered.has(frame)) wrong.push(frame);
			}
			expect(wrong).toEqual([]);
		})
	);

	law(
		'K4: position and track are two names of one moment',
		fc.property(wishesOf(1, 4), fc.double({ min: -5000, max: 3_600_000, noNaN: true }), (wishes, ms) => {
			const track = composed({ ...planOf(wishes), sounds: [] });
			expect(track.positionMsOf(track.trackMsOf(ms))).toBeCloseTo(ms, 6);
			expect(track.trackMsOf(track.positionMsOf(ms))).toBeCloseTo(ms, 6);
			expect(track.trackMsOf(0)).toBe(track.leadMs);
		})
	);

	law(
		'K5: whatever is wished, each sound is heard within 12 ms, or named with the reason',
		fc.asyncProperty(fc.array(anySound, { maxLength: 30 }), async (wished) => {
			const sounds = wished.toSorted((a, b) => a.atMs - b.atMs);
			const track = composed({ id: 'x', totalMs: 60_000, sounds, resume: [], floor: FLOOR });
			expect(track.schedule.length + track.unsounded.length).toBe(sounds.length);
			for (const { wishedMs, heardMs } of track.schedule) expect(Math.abs(heardMs - wishedMs)).toBeLessThanOrEqual(12);
			expect(track.blob.size).toBe((track.durationMs / FRAME_MS) * FRAME_BYTES);
			expect(faultOf(new Uint8Array(await track.blob.arrayBuffer()))).toBeNull();
		})
	);
});
