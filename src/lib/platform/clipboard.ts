// The clipboard, where the browser allows it: only over HTTPS, only inside a tap, and not in every window.

/** Inside a tap: copies a text. False when the browser has no clipboard or refused. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
