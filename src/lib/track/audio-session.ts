// What iOS is told about our sound. Elsewhere there is nobody to tell.

/** `playback`: goes on when locked, other music stops. `auto`: as the browser thinks best. */
export function setAudioSession(type: 'playback' | 'auto'): void {
	const session = (navigator as Navigator & { audioSession?: { type: string } }).audioSession;
	if (!session) return;
	try {
		session.type = type;
	} catch {
		// Not this type, not now: the element plays all the same.
	}
}
