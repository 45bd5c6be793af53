// What the platform's errors are called. Browsers agree on the names, not on the classes.

/** The name of an error, e.g. `QuotaExceededError`; '' when it has none. */
export const nameOf = (error: unknown): string =>
	typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

/** The device has no room left. */
export const isFull = (error: unknown): boolean => nameOf(error) === 'QuotaExceededError';
