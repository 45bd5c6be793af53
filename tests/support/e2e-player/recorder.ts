// Records what the page really plays: a copy of everything that goes to the loudspeaker, with the audio clock beside it.

import type { Page } from '@playwright/test';

/** One second of `AudioContext` time is one second of these; the wall clock is `performance.now()`. */
export interface Recording {
	readonly sampleRate: number;
	/** From context time 0 on; what was not recorded is silence. */
	readonly samples: Float32Array;
	/** `performance.now()` when a moment of the context is heard, in milliseconds. The clocks part slowly: asked nearby. */
	readonly wallOf: (contextMs: number) => number;
	/** Seconds that were really recorded. */
	readonly recordedSeconds: number;
}

export interface StepChange {
	/** `performance.now()` */
	readonly at: number;
	readonly step: number;
}

/** Before the first page. The sound itself stays as it is. */
export async function recordSound(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const blocks: { at: number; samples: Float32Array }[] = [];
		const offsets: [contextMs: number, offsetMs: number][] = [];
		const recorder = { blocks, offsets, sampleRate: 0 };
		Object.assign(window, { recorder });
		const connect = AudioNode.prototype.connect as (this: AudioNode, ...args: unknown[]) => AudioNode;
		const taps = new WeakMap<BaseAudioContext, AudioNode>();

		const tapOf = (context: BaseAudioContext): AudioNode => {
			const known = taps.get(context);
			if (known) return known;
			recorder.sampleRate = context.sampleRate;
			const tap = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit' });
			// The second channel carries the audio clock itself, so a lost block shifts nothing.
			const clock = new ConstantSourceNode(context, { offset: 0 });
			clock.offset.setValueAtTime(0, 0);
			clock.offset.linearRampToValueAtTime(4096, 4096);
			const both = new ChannelMergerNode(context, { numberOfInputs: 2 });
			const processor = context.createScriptProcessor(8192, 2, 1);
			connect.call(tap, both, 0, 0);
			connect.call(clock, both, 0, 1);
			connect.call(both, processor);
			connect.call(processor, context.destination);
			clock.start();
			processor.onaudioprocess = ({ inputBuffer }) => {
				const at = inputBuffer.getChannelData(1)[0] ?? 0;
				blocks.push({ at, samples: inputBuffer.getChannelData(0).slice() });
			};
			setInterval(() => {
				if (!(context instanceof AudioContext) || context.state !== 'running') return;
				// What leaves the loudspeaker now was put on the clock a latency ago: that is when it is heard.
				const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
				if (contextTime > 0) offsets.push([contextTime * 1000, performanceTime - contextTime * 1000]);
			}, 25);
			taps.set(context, tap);
			return tap;
		};
		AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
			if (args[0] instanceof AudioDestinationNode) connect.call(this, tapOf(this.context));
			return connect.apply(this, args);
		};
	});
}

interface Recorder {
	readonly blocks: { at: number; samples: Float32Array }[];
	readonly offsets: [contextMs: number, offsetMs: number][];
	readonly sampleRate: number;
}

/** Writes down when the player changes its step. Call it while the player is on the screen. */
export const watchSteps = (page: Page): Promise<void> =>
	page.evaluate(() => {
		const changes: { at: number; step: number }[] = [];
		Object.assign(window, { stepChanges: changes });
		let shown = document.querySelector('[role=timer]')?.getAttribute('data-step');
		new MutationObserver(() => {
			const now = document.querySelector('[role=timer]')?.getAttribute('data-step');
			if (now !== shown && now) changes.push({ at: performance.now(), step: Number(now) });
			shown = now;
		}).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-step'] });
	});

export const stepChanges = (page: Page): Promise<readonly StepChange[]> =>
	page.evaluate(() => (window as unknown as { stepChanges: StepChange[] }).stepChanges);

/** All that was played so far. */
export async function recordingOf(page: Page): Promise<Recording> {
	const raw = await page.evaluate(() => {
		const { blocks, offsets, sampleRate } = (window as unknown as { recorder: Recorder }).recorder;
		const texts = blocks.map(({ at, samples }) => {
			const bytes = new Uint8Array(Int16Array.from(samples, (value) => Math.round(value * 32767)).buffer);
			let text = '';
			for (const byte of bytes) text += String.fromCharCode(byte);
			return { at, text: btoa(text) };
		});
		return { texts, offsets, sampleRate };
	});
	const { sampleRate } = raw;
	const blocks = raw.texts.map(({ at, text }) => {
		const bytes = Buffer.from(text, 'base64');
		return { from: Math.round(at * sampleRate), length: bytes.length / 2, bytes };
	});
	const end = Math.max(0, ...blocks.map(({ from, length }) => from + length));
	const samples = new Float32Array(end);
	for (const { from, length, bytes } of blocks)
		for (let n = 0; n < length; n++) samples[from + n] = bytes.readInt16LE(n * 2) / 32767;
	const recorded = blocks.reduce((sum, { length }) => sum + length, 0);
	const wallOf = (contextMs: number) => {
		const near = raw.offsets.filter(([at]) => Math.abs(at - contextMs) < NEARBY_MS).map(([, offsetMs]) => offsetMs);
		return contextMs + (near.toSorted((a, b) => a - b)[Math.floor(near.length / 2)] ?? NaN);
	};
	return { sampleRate, samples, wallOf, recordedSeconds: sampleRate ? recorded / sampleRate : 0 };
}

export interface Heard {
	/** `performance.now()` of its first sample. */
	readonly at: number;
	/** The loudest frequencies one after the other, in Hz. */
	readonly tones: readonly number[];
	/** 1 is full scale. */
	readonly peak: number;
}

/** D4, A4, D5, F sharp 5, A5, D6: all that the signature is made of. */
const TONES = [294, 440, 587, 740, 880, 1175] as const;
const LOUD = 0.01;
const QUIET_MS = 80;
const NEARBY_MS = 1500;

/** Power of one frequency in a stretch of samples (Goertzel). */
function powerOf(samples: Float32Array, from: number, length: number, hertz: number, sampleRate: number): number {
	const turn = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate);
	let before = 0;
	let last = 0;
	for (let n = 0; n < length; n++) {
		// A Hann window, so that neighbouring tones do not leak into each other.
		const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length);
		const next = (samples[from + n] ?? 0) * window + turn * last - before;
		before = last;
		last = next;
	}
	return last * last + before * before - turn * last * before;
}

function tonesIn(samples: Float32Array, from: number, to: number, sampleRate: number): readonly number[] {
	const length = Math.round(0.04 * sampleRate);
	const hop = Math.round(0.01 * sampleRate);
	const dominant: number[] = [];
	for (let at = from; at + length / 2 < to; at += hop) {
		const powers = TONES.map((hertz) => powerOf(samples, at, length, hertz, sampleRate));
		dominant.push(TONES[powers.indexOf(Math.max(...powers))] ?? 0);
	}
	// A tone must last: two windows in a row, else it is the edge between two others.
	const steady = dominant.filter((tone, n) => tone === dominant[n - 1] || tone === dominant[n + 1]);
	return steady.filter((tone, n) => tone !== steady[n - 1]);
}

/** Everything that can be heard in a recording, sound by sound. */
export function heardIn({ samples, sampleRate, wallOf }: Recording): readonly Heard[] {
	const quiet = (QUIET_MS / 1000) * sampleRate;
	const heard: { from: number; to: number; peak: number }[] = [];
	for (const [n, value] of samples.entries()) {
		const level = Math.abs(value);
		if (level < LOUD) continue;
		const last = heard.at(-1);
		if (last && n - last.to < quiet) {
			last.to = n;
			last.peak = Math.max(last.peak, level);
		} else heard.push({ from: n, to: n, peak: level });
	}
	return heard.map(({ from, to, peak }) => ({
		at: wallOf((from / sampleRate) * 1000),
		tones: tonesIn(samples, from, to, sampleRate),
		peak
	}));
}

/** The loudest sample from a moment of the context (milliseconds) on. */
export function peakFrom({ samples, sampleRate }: Recording, contextMs: number): number {
	let peak = 0;
	for (const value of samples.subarray(Math.round((contextMs / 1000) * sampleRate)))
		peak = Math.max(peak, Math.abs(value));
	return peak;
}
