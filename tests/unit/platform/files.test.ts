import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFiles } from '#lib/platform/files.ts';
import { fakePage, FakeTarget, type FakePage } from './fake-page.ts';

class FakeElement extends FakeTarget {
	href = '';
	download = '';
	accept = '';
	files: File[] = [];
	isAttached = false;
	clicks = 0;
	click() {
		expect(this.isAttached).toBe(true);
		this.clicks += 1;
	}
	remove() {
		this.isAttached = false;
	}
}

const IPHONE = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X)', maxTouchPoints: 5 };
const LAPTOP = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64)', maxTouchPoints: 0 };
const revoked: string[] = [];
let blobs: File[];
let made: FakeElement[];

function aDevice(navigator: object): FakePage {
	const page = fakePage(navigator);
	Object.assign(page.document, {
		createElement: () => {
			made.push(new FakeElement());
			return made.at(-1);
		},
		body: { append: (element: FakeElement) => (element.isAttached = true) }
	});
	return page;
}

beforeEach(() => {
	vi.useFakeTimers();
	made = [];
	blobs = [];
	revoked.length = 0;
	vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as File)}`);
	vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void revoked.push(url));
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

describe('saving a file', () => {
	test('downloads the text under its name and gives the blob back later', async () => {
		aDevice(LAPTOP);
		expect(await createFiles().saveFile('backup.json', '{"ä":1}', 'application/json')).toBe(true);
		expect([made[0]!.download, made[0]!.href, made[0]!.clicks, made[0]!.isAttached]).toEqual([
			'backup.json',
			'blob:1',
			1,
			false
		]);
		expect([await blobs[0]!.text(), blobs[0]!.type, revoked]).toEqual(['{"ä":1}', 'application/json', []]);
		vi.advanceTimersByTime(60_000);
		expect(revoked).toEqual(['blob:1']);
	});

	test('answers false where the device refuses', async () => {
		aDevice(LAPTOP);
		vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
			throw new TypeError('no');
		});
		expect(await createFiles().saveFile('a', '', 'text/plain')).toBe(false);
	});

	test('opens the share sheet on an iPhone', async () => {
		const share = vi.fn((_data: ShareData) => Promise.resolve());
		aDevice({ ...IPHONE, canShare: () => true, share });
		expect(await createFiles().saveFile('plan.ics', 'BEGIN', 'text/calendar')).toBe(true);
		expect([share.mock.calls[0]![0].files![0]!.name, made.length]).toEqual(['plan.ics', 0]);
	});

	test('takes a closed share sheet for a no, and downloads when sharing fails otherwise', async () => {
		const share = vi.fn(() => Promise.reject(new DOMException('closed', 'AbortError')));
		aDevice({ ...IPHONE, canShare: () => true, share });
		expect([await createFiles().saveFile('a', '', 'text/plain'), made.length]).toEqual([false, 0]);
		share.mockRejectedValue(new DOMException('no tap', 'NotAllowedError'));
		expect([await createFiles().saveFile('a', '', 'text/plain'), made.length]).toEqual([true, 1]);
	});

	test('downloads on an iPhone that cannot share files, and never shares elsewhere', async () => {
		const share = vi.fn();
		aDevice({ ...IPHONE, canShare: () => false, share });
		await createFiles().saveFile('a', '', 'text/plain');
		aDevice({ ...LAPTOP, canShare: () => true, share });
		await createFiles().saveFile('a', '', 'text/plain');
		expect([share.mock.calls.length, made.length]).toEqual([0, 2]);
	});
});

describe('picking a file', () => {
	function pick(files: File[], maxBytes = 100, event = 'change') {
		aDevice(LAPTOP);
		const picked = createFiles().pickFile('.json,application/json', maxBytes);
		const input = made.at(-1);
		expect([input!.accept, input!.clicks]).toEqual(['.json,application/json', 1]);
		input!.files = files;
		input!.dispatchEvent(new Event(event));
		return picked;
	}

	test('reads the text and leaves nothing in the page', async () => {
		expect(await pick([new File(['größer'], 'b.json')])).toEqual({ type: 'picked', name: 'b.json', text: 'größer' });
		expect(made[0]!.isAttached).toBe(false);
	});

	test('reads up to the largest size and no more', async () => {
		expect(await pick([new File(['1234'], 'b')], 4)).toMatchObject({ type: 'picked' });
		expect(await pick([new File(['12345'], 'b')], 4).then(({ type }) => type)).toBe('tooLarge');
	});

	test('tells a cancelled choice and an unreadable file apart', async () => {
		expect(await pick([], 100, 'cancel')).toEqual({ type: 'cancelled' });
		expect(await pick([])).toEqual({ type: 'cancelled' });
		const gone = new File(['x'], 'b');
		vi.spyOn(gone, 'text').mockRejectedValue(new DOMException('gone', 'NotReadableError'));
		expect(await pick([gone])).toEqual({ type: 'unreadable' });
	});
});
