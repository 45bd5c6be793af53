// The first look at data from outside, whatever they are: nothing too deep, too long, not a number, or poisonous.
// After it, code that goes through the value may trust that it comes to an end.

import { LIMITS } from './limits.ts';

/** Keys that reach behind an object when copied carelessly. */
const POISON = ['__proto__', 'constructor', 'prototype'];

const isSafeLeaf = (value: unknown): boolean =>
	typeof value === 'string' ? value.length <= LIMITS.text : typeof value !== 'number' || Number.isFinite(value);

/** The path of the first part of a JSON value that is not safe to work with; `null` when all is. */
export function firstUnsafe(value: unknown, path: readonly string[] = []): string | null {
	if (typeof value !== 'object' || value === null) return isSafeLeaf(value) ? null : path.join('.');
	if (path.length > LIMITS.depth) return path.join('.');
	for (const [key, inner] of Object.entries(value)) {
		const inside = [...path, key];
		if (POISON.includes(key)) return inside.join('.');
		const unsafe = firstUnsafe(inner, inside);
		if (unsafe !== null) return unsafe;
	}
	return null;
}
