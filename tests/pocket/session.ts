// The page that is hidden: a session of six minutes on the real modules of the room, begun by a tap.
// `?floor=silence` is the control: what happens to a page without a floor.

import { Bench } from '../support/track/bench.ts';

const LENGTH_MS = 360_000;
const STEP_MS = 45_000;
const floor = new URLSearchParams(location.search).get('floor') ?? 'floor';

/** At each step three counts and a change, half-way a word, at the end the finish; the control has two cues only. */
const changes = Array.from({ length: LENGTH_MS / STEP_MS - 1 }, (_, n) => (n + 1) * STEP_MS);
const busy = changes.flatMap((at) => [at - 3000, at - 2000, at - 1000, at]);
const cues =
	floor === 'silence' ? [1000, 300_000] : [0, ...busy, LENGTH_MS / 2 + 7000, LENGTH_MS].toSorted((a, b) => a - b);

const bench = new Bench();
const { dataset } = document.documentElement;
await bench.fetchClips('./');
const track = bench.compose(bench.planAt('pocket', LENGTH_MS, cues, undefined, floor));
bench.player.load(track);
bench.card.show({ title: 'Run', artist: 'Pocket', artwork: [] });
/** Where each cue is heard in the track, for who watches. */
dataset.cues = JSON.stringify(track.schedule.map(({ heardMs }) => track.trackMsOf(heardMs)));
dataset.endMs = String(track.trackMsOf(LENGTH_MS));
bench.ontime = () => {
	if (bench.player.reading()?.part !== 'tail' || dataset.finished) return;
	dataset.finished = String(Date.now());
	bench.card.clear();
	bench.player.pause();
};
const start = document.createElement('button');
start.textContent = 'Start';
start.addEventListener('click', () => void bench.player.play().then((plays) => (dataset.plays = String(plays))));
document.body.append(start);
