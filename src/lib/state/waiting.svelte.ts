// What the person has to know of storage that was taken away from under the page.

class Waiting {
	/** A newer version of the app wants the data; this tab must be loaded anew. */
	outdated = $state(false);
}

export const waiting = new Waiting();
