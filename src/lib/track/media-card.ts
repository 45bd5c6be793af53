// The card on the lock screen and in the headset's hands: what plays, how far, and four buttons.
// Knows what it is given to show, no sessions. Where there is no such card it does nothing.

export interface CardButtons {
	onplay(): void;
	onpause(): void;
	/** To the next step. */
	onnext(): void;
	/** To the beginning of this step, or the one before. */
	onprevious(): void;
}

export interface CardContent {
	/** The step: 'Run 3 of 8'. */
	readonly title: string;
	/** The session. */
	readonly artist: string;
	readonly artwork: readonly MediaImage[];
}

export interface CardPosition {
	readonly positionMs: number;
	/** Of the session, not of the track with its tail. */
	readonly totalMs: number;
	readonly playing: boolean;
}

export interface MediaCard {
	/** Shows other words or another picture; at each step, not more often. */
	show(content: CardContent): void;
	/** Asks anew where it stands; at each start, stop and jump. It runs on by itself. */
	place(): void;
	/** Takes everything away. */
	clear(): void;
}

const BUTTONS = { play: 'onplay', pause: 'onpause', nexttrack: 'onnext', previoustrack: 'onprevious' } as const;
/** With these, iOS would show seconds to jump in the place of next and previous. */
const LEFT_OUT: readonly MediaSessionAction[] = ['seekbackward', 'seekforward', 'seekto', 'stop'];

function handle(session: MediaSession, action: MediaSessionAction, handler: (() => void) | null): void {
	try {
		session.setActionHandler(action, handler);
	} catch {
		// This browser has no such button.
	}
}

function placeAt(session: MediaSession, position: CardPosition | null): void {
	session.playbackState = position ? (position.playing ? 'playing' : 'paused') : 'none';
	try {
		if (!position || position.totalMs <= 0) return session.setPositionState();
		const [duration, positionSeconds] = [position.totalMs / 1000, position.positionMs / 1000];
		session.setPositionState({ duration, position: Math.max(0, Math.min(duration, positionSeconds)), playbackRate: 1 });
	} catch {
		// A browser without it shows no bar.
	}
}

/**
 * A card for what `element` plays; one for the page. Browsers forget a card when playing begins, so it is shown anew
 * each time. Call `show` before `play`.
 * @param position where it stands now; null for nothing
 */
export function createMediaCard(
	element: HTMLMediaElement,
	buttons: CardButtons,
	position: () => CardPosition | null
): MediaCard {
	const session = 'mediaSession' in navigator ? navigator.mediaSession : null;
	let content: CardContent | null = null;

	function draw(): void {
		if (!session || !content) return;
		session.metadata = new MediaMetadata({ ...content, artwork: [...content.artwork] });
		for (const [action, name] of Object.entries(BUTTONS))
			handle(session, action as keyof typeof BUTTONS, () => buttons[name]());
		for (const action of LEFT_OUT) handle(session, action, null);
		placeAt(session, position());
	}
	element.addEventListener('playing', draw);

	return {
		show(next) {
			content = next;
			draw();
		},
		place() {
			if (session && content) placeAt(session, position());
		},
		clear() {
			content = null;
			if (!session) return;
			session.metadata = null;
			for (const action of Object.keys(BUTTONS)) handle(session, action as keyof typeof BUTTONS, null);
			placeAt(session, null);
		}
	};
}
