// What the person has to know while storage waits for another tab, before there is an app to ask.

class Waiting {
	/** Another tab holds an older version of the data open. */
	blocked = $state(false);
	/** A newer version of the app wants the data; this tab must be loaded anew. */
	outdated = $state(false);
}

export const waiting = new Waiting();
