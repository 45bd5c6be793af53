// Which moment of which movement a second is: the beat of an exercise, its own or stretched to the content's tempo.
// Never asks the time; seconds come in as arguments.
import { blend, ease } from './between.ts';
import type { Beat, FigureExercise, JointName, PosedExercise } from './pose.ts';
import { solve } from './rig.ts';
import type { Skeleton } from './skeleton.ts';
import { v } from './vector.ts';

/** The content's tempo of one repetition: [reps, hold, release] without the reps. */
export interface Tempo {
	readonly holdSeconds: number;
	readonly releaseSeconds: number;
}

/** On the way from one named pose to another; `t` is the share of the way itself, already eased. */
export interface Moment {
	readonly from: string;
	readonly to: string;
	readonly t: number;
}

const lengthOf = (beat: Beat) => ('to' in beat ? beat.seconds : beat.hold);
const total = (beats: readonly Beat[]) => beats.reduce((sum, beat) => sum + lengthOf(beat), 0);
const moves = (beats: readonly Beat[]) => beats.filter((beat) => 'to' in beat);
const wrap = (seconds: number, length: number) => ((seconds % length) + length) % length;

function stretch(beats: readonly Beat[], seconds: number): Beat[] {
	const k = seconds / (total(beats) || 1);
	return beats.map((beat) => ('to' in beat ? { to: beat.to, seconds: beat.seconds * k } : { hold: beat.hold * k }));
}

/** Seconds of one repetition in the exercise's own beat; of a gait, one stride. */
export const duration = (ex: FigureExercise) => (ex.kind === 'gait' ? ex.period : total(ex.beat));

/** The beat in two halves: out to the peak with its hold, and the way back. The wait before the start belongs to neither. */
function halves({ beat, peak }: PosedExercise) {
	const start = beat.findIndex((b) => 'to' in b);
	const beats = start < 0 ? [] : beat.slice(start);
	const atPeak = beats.findIndex((b) => 'to' in b && b.to === peak) + 1;
	const held = beats[atPeak];
	const count = held && 'hold' in held ? atPeak + 1 : atPeak;
	return { out: beats.slice(0, count), back: beats.slice(count) };
}

/** The beat stretched to the content's tempo: out and hold fill holdSeconds, the way back fits into releaseSeconds. */
export function beatFor(ex: PosedExercise, { holdSeconds, releaseSeconds }: Tempo): Beat[] {
	if (ex.pace === 'own') {
		const seconds = holdSeconds + releaseSeconds;
		const times = Math.max(1, Math.round(seconds / total(ex.beat)));
		return stretch(Array<readonly Beat[]>(times).fill(ex.beat).flat(), seconds);
	}
	const { out, back } = halves(ex);
	if (ex.pace === 'flow')
		return releaseSeconds > 0
			? [...stretch(out, holdSeconds), ...stretch(back, releaseSeconds)]
			: stretch([...out, ...back], holdSeconds);
	const outSeconds = Math.min(total(moves(out)), Math.max(2, holdSeconds * 0.1), holdSeconds * 0.4);
	// Without a release the way back is taken from the end of the hold.
	const backRoom = releaseSeconds > 0 ? releaseSeconds : Math.min(2, holdSeconds * 0.2);
	const backSeconds = Math.min(total(moves(back)), backRoom);
	const holdUntil = releaseSeconds > 0 ? holdSeconds : holdSeconds - backSeconds;
	return [
		...stretch(moves(out), outSeconds),
		{ hold: Math.max(0, holdUntil - outSeconds) },
		...stretch(moves(back), backSeconds),
		{ hold: Math.max(0, releaseSeconds - backSeconds) }
	];
}

/** The part of a beat that goes on, `into` seconds after it began, and the poses it lies between. */
function partOf(beat: readonly Beat[], seconds: number, start: string) {
	let left = wrap(seconds, total(beat) || 1);
	let from = start;
	for (const part of beat) {
		const length = lengthOf(part);
		const to = 'to' in part ? part.to : from;
		if (left < length) return { from, to, into: left, length };
		left -= length;
		from = to;
	}
	return { from, to: from, into: 0, length: 0 };
}

/** The moment of a beat that starts at the start pose and repeats for ever. */
export function momentAt(ex: PosedExercise, seconds: number, beat: readonly Beat[] = ex.beat): Moment {
	const { from, to, into, length } = partOf(beat, seconds, ex.start);
	return { from, to, t: length > 0 ? ease(into / length) : 0 };
}

/** Where the movement is going at this second, the same pose while it is held, and the seconds that are left of that. */
export function goingAt(ex: PosedExercise, seconds: number, beat: readonly Beat[] = ex.beat) {
	const { from, to, into, length } = partOf(beat, seconds, ex.start);
	return { from, to, leftSeconds: length - into };
}

/** How long from this second on nothing will move; Infinity where nothing ever does. */
export function stillFor(ex: PosedExercise, seconds: number, beat: readonly Beat[] = ex.beat): number {
	if (!moves(beat).length) return Infinity;
	let left = wrap(seconds, total(beat) || 1);
	let rest = 0;
	for (const next of [...beat, ...beat]) {
		const length = lengthOf(next);
		const remaining = Math.max(0, length - left);
		left = Math.max(0, left - length);
		if ('hold' in next) rest += remaining;
		else if (remaining > 0) break;
	}
	return rest;
}

function poseOf(ex: PosedExercise, name: string) {
	const pose = ex.poses[name];
	if (!pose) throw new Error(`${ex.id} has no pose ${name}`);
	return pose;
}

export const skeletonOf = (ex: PosedExercise, { from, to, t }: Moment): Skeleton =>
	from === to ? solve(poseOf(ex, from)) : blend(poseOf(ex, from), poseOf(ex, to), t);

/** How far the way leads: the joint or the belly that moves most, cm. */
export function farthest(ex: PosedExercise, from: string, to: string): number {
	const [a, b] = [solve(poseOf(ex, from)), solve(poseOf(ex, to))];
	const names = Object.keys(a.joints) as JointName[];
	const joints = names.map((name) => v.len(v.sub(a.joints[name], b.joints[name])));
	return Math.max(...joints, Math.abs((a.pose.breath ?? 0) - (b.pose.breath ?? 0)));
}

/** The skeleton of a second in the exercise's own beat. */
export function at(ex: FigureExercise, seconds: number): Skeleton {
	if (ex.kind === 'gait') return solve(ex.cycle(wrap(seconds / ex.period, 1)));
	return skeletonOf(ex, momentAt(ex, seconds));
}
