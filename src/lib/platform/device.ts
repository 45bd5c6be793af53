// The few things that differ by maker and cannot be asked for by feature. Everything else asks for the feature.

/** iPhone, iPad (which calls itself a Mac, but one that is touched) or iPod, in whatever browser. */
export const isIos = (): boolean =>
	/iPhone|iPad|iPod/.test(navigator.userAgent) ||
	(/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
