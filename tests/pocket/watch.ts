// Watches a page from beside it, as a content script: once a second where its <audio> stands, and every event that
// could end a session. Touches nothing, so the page may as well be the product.

interface Line {
	readonly at: number;
	readonly event: string;
	readonly hidden: boolean;
	readonly trackMs: number | null;
	readonly paused: boolean | null;
	readonly page: Record<string, string | undefined>;
}

const watched = new WeakSet<HTMLAudioElement>();

function tell(event: string): void {
	const audio = document.querySelector('audio');
	const line: Line = {
		at: Date.now(),
		event,
		hidden: document.hidden,
		trackMs: audio ? audio.currentTime * 1000 : null,
		paused: audio ? audio.paused : null,
		page: {
			...document.documentElement.dataset,
			path: location.pathname,
			title: navigator.mediaSession.metadata?.title
		}
	};
	// Survives a page that is frozen right after.
	navigator.sendBeacon(`/log?page=${encodeURIComponent(location.search)}`, JSON.stringify(line));
	if (!audio || watched.has(audio)) return;
	watched.add(audio);
	for (const type of ['play', 'playing', 'pause', 'seeking', 'stalled', 'waiting', 'error', 'ended'])
		audio.addEventListener(type, () => tell(type));
}

for (const type of ['freeze', 'resume', 'visibilitychange']) document.addEventListener(type, () => tell(type));
setInterval(() => tell('tick'), 1000);
tell('begin');

export {};
