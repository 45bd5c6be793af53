// An audio context whose clock the test turns. It keeps what was asked of it: which oscillators start and stop when.

type Listener = () => void;

class FakeParam {
	value = 1;
	readonly calls: [name: string, value: number, at: number][] = [];
	setValueAtTime(value: number, at: number) {
		this.calls.push(['set', value, at]);
	}
	linearRampToValueAtTime(value: number, at: number) {
		this.calls.push(['linear', value, at]);
	}
	exponentialRampToValueAtTime(value: number, at: number) {
		this.calls.push(['exponential', value, at]);
	}
}

class FakeNode {
	target: FakeNode | null = null;
	isConnected = false;
	connect(target: FakeNode) {
		this.target = target;
		this.isConnected = true;
		return target;
	}
	disconnect() {
		this.isConnected = false;
	}
}

export class FakeGain extends FakeNode {
	readonly gain = new FakeParam();
}

export class FakeOscillator extends FakeNode {
	readonly frequency = new FakeParam();
	wave: FakeWave | null = null;
	startsAt = Infinity;
	stopsAt = Infinity;
	#onended: Listener[] = [];
	setPeriodicWave(wave: FakeWave) {
		this.wave = wave;
	}
	addEventListener(_type: 'ended', listener: Listener) {
		this.#onended.push(listener);
	}
	start(at: number) {
		this.startsAt = at;
	}
	stop(at = 0) {
		this.stopsAt = at;
	}
	end() {
		this.#onended.forEach((listener) => listener());
	}
	get isSilenced() {
		return this.stopsAt <= this.startsAt;
	}
}

interface FakeWave {
	readonly imag: number[];
	readonly constraints?: PeriodicWaveConstraints;
}

export class FakeAudioContext {
	static made: FakeAudioContext[] = [];
	/** Whether `resume` is kept (true), refused (false) or left open (null). */
	static allows: boolean | null = true;

	state: AudioContextState = 'suspended';
	currentTime = 0;
	readonly sampleRate = 48_000;
	readonly destination = new FakeNode();
	readonly oscillators: FakeOscillator[] = [];
	readonly gains: FakeGain[] = [];
	silentBuffers = 0;
	#listeners: Listener[] = [];

	constructor() {
		FakeAudioContext.made.push(this);
	}
	addEventListener(_type: 'statechange', listener: Listener) {
		this.#listeners.push(listener);
	}
	removeEventListener(_type: 'statechange', listener: Listener) {
		this.#listeners = this.#listeners.filter((each) => each !== listener);
	}
	turn(state: AudioContextState) {
		this.state = state;
		this.#listeners.forEach((listener) => listener());
	}
	async resume() {
		if (FakeAudioContext.allows === null) return new Promise<void>(() => {});
		if (!FakeAudioContext.allows) throw new DOMException('no tap', 'NotAllowedError');
		await Promise.resolve();
		this.turn('running');
	}
	async suspend() {
		this.turn('suspended');
	}
	async close() {
		this.turn('closed');
	}
	createGain() {
		const gain = new FakeGain();
		this.gains.push(gain);
		return gain;
	}
	createOscillator() {
		const oscillator = new FakeOscillator();
		this.oscillators.push(oscillator);
		return oscillator;
	}
	createPeriodicWave(_real: number[], imag: number[], constraints?: PeriodicWaveConstraints): FakeWave {
		return { imag, constraints };
	}
	createBuffer() {
		return {};
	}
	createBufferSource() {
		return Object.assign(new FakeNode(), { buffer: null, start: () => (this.silentBuffers += 1) });
	}

	/** When each sound that will be heard begins, in milliseconds: the first notes of those that were not taken back. */
	get beginningsMs(): number[] {
		const starts = this.oscillators.filter((each) => !each.isSilenced).map((each) => Math.round(each.startsAt * 1000));
		return [...new Set(starts)].sort((a, b) => a - b);
	}
}
