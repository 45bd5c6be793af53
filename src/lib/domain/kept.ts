// What every stored record has: an id, the time of its last change and, once removed, of that.

export interface Kept {
	readonly id: string;
	/** Epoch milliseconds. */
	readonly updatedAt: number;
	readonly deletedAt?: number;
}

/** Which of two comes first: the smaller number, the earlier day, the smaller text by its code points. */
export const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

const read = new WeakMap<readonly Kept[], readonly Kept[]>();

/** As storage gives them: then nothing is there twice, and nothing needs sorting. */
const isInOrder = (records: readonly Kept[]): boolean =>
	records.every(({ id }, n) => n === 0 || (records[n - 1]?.id ?? id) < id);

/**
 * One record of each id, as it was changed last (of the same moment, the removal); removed ones are left out. By id, so
 * that neither the order of storage nor a record that is stored twice changes what follows. Years of a diary are asked
 * for many times: a list is read once, and must not be changed afterwards.
 */
export function currentOf<T extends Kept>(records: readonly T[]): readonly T[] {
	const known = read.get(records);
	if (known) return known as readonly T[];
	const current = readCurrent(records);
	read.set(records, current);
	return current;
}

function readCurrent<T extends Kept>(records: readonly T[]): readonly T[] {
	if (isInOrder(records)) return records.filter((record) => record.deletedAt === undefined);
	const latest = new Map<string, T>();
	for (const record of records) {
		const known = latest.get(record.id);
		const isLater =
			!known ||
			record.updatedAt > known.updatedAt ||
			(record.updatedAt === known.updatedAt && record.deletedAt !== undefined);
		if (isLater) latest.set(record.id, record);
	}
	return [...latest.values()].filter((record) => record.deletedAt === undefined).toSorted((a, b) => order(a.id, b.id));
}
