// What was made before is given again; of many things the least recently wanted makes room. Pure.

/** Gives what was made for a key, or makes it. Keeps the `most` that were wanted last. */
export function recent<T>(most: number): (key: string, make: () => T) => T {
	const known = new Map<string, T>();
	return (key, make) => {
		const one = known.get(key) ?? make();
		known.delete(key);
		known.set(key, one);
		const [oldest] = known.keys();
		if (known.size > most && oldest !== undefined) known.delete(oldest);
		return one;
	};
}
