// What was opened from outside while the app is open: the manifest asks the browser to bring the window to the front and
// to load nothing anew ('focus-existing', so that a session goes on); where to go it says here. Chromium; elsewhere silent.

interface LaunchQueue {
	setConsumer(consumer: (launch: { readonly targetURL?: string }) => void): void;
}

/** `listener` hears the address of a shortcut or a shared link; not the one that is open already. */
export function onLaunch(listener: (url: URL) => void): void {
	const { launchQueue } = window as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ targetURL }) => {
		if (targetURL && targetURL !== location.href) listener(new URL(targetURL));
	});
}
