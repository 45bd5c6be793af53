// What was opened from outside while the app is open: the manifest asks the browser to bring the window to the front and
// to load nothing anew ('focus-existing', so that a session goes on); where to go it says here. Chromium; elsewhere silent.

interface LaunchQueue {
	setConsumer(consumer: (launch: { readonly targetURL?: string }) => void): void;
}

/** The launch that brought this page comes right after it is asked for, and once more after every reload. */
const OF_THIS_PAGE_MS = 1000;

/** `listener` hears the address of a shortcut or a shared link. The app's own icon, whose address is `start`, goes nowhere. */
export function onLaunch(start: string, listener: (url: URL) => void): void {
	const { launchQueue } = window as { launchQueue?: LaunchQueue };
	const askedAt = performance.now();
	launchQueue?.setConsumer(({ targetURL }) => {
		if (!targetURL || performance.now() - askedAt < OF_THIS_PAGE_MS) return;
		const url = new URL(targetURL);
		if (url.href !== location.href && url.pathname !== start) listener(url);
	});
}
