// The two sentences with which the domain refuses a bug. Expected trouble is a Result, never a throw.

/** Throws when `condition` is false. For programming errors only, never for bad input. */
export function assert(condition: unknown, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

/** The compiler's proof that a union has been handled whole. Throws if it was not. */
export function assertNever(value: never): never {
	throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
