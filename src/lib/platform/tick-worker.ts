// Knocks once a second while asked to: the timers of a hidden page are held back, those of its worker are not.

/** From the page: begin or stop. */
export type WorkerOrder = 'knock' | 'rest';

const EVERY_MS = 1000;
let timer: ReturnType<typeof setInterval> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<WorkerOrder>) => {
	clearInterval(timer);
	timer = data === 'knock' ? setInterval(() => self.postMessage('knock'), EVERY_MS) : undefined;
});
