// The only place that asks for chance: names for new records.

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** Version 4, variant 1, from 16 chance bytes. */
function uuidOf(bytes: Uint8Array): string {
	const marked = bytes.map((byte, n) => (n === 6 ? (byte & 0x0f) | 0x40 : n === 8 ? (byte & 0x3f) | 0x80 : byte));
	const text = [...marked].map(hex).join('');
	return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

/** A new UUID. Works on plain http too, where the browser's own is missing. */
export const newId = (): string =>
	typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : uuidOf(crypto.getRandomValues(new Uint8Array(16)));
