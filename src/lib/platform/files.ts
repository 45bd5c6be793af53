// One text out to a file, one text in from a file. Knows nothing of what is in them.

import { isIos } from './device.ts';

export type PickedFile =
	| { readonly type: 'picked'; readonly name: string; readonly text: string }
	| { readonly type: 'cancelled' }
	| { readonly type: 'tooLarge' }
	| { readonly type: 'unreadable' };

export interface Files {
	/**
	 * Inside a tap: hands a text to the person as a file. `type` is a media type. False when the person cancelled or
	 * the device refused; true means handed over, which is all a browser ever tells.
	 */
	saveFile(name: string, text: string, type: string): Promise<boolean>;
	/** Inside a tap: asks for a file. `accept` as in the input element, `maxBytes` the largest that is read. */
	pickFile(accept: string, maxBytes: number): Promise<PickedFile>;
}

/** Until then the browser has taken what it needs of a blob. */
const TAKEN_AFTER_MS = 60_000;

function download(file: File): boolean {
	try {
		const url = URL.createObjectURL(file);
		const link = document.createElement('a');
		link.href = url;
		link.download = file.name;
		// Firefox wants it in the document.
		document.body.append(link);
		link.click();
		link.remove();
		setTimeout(() => URL.revokeObjectURL(url), TAKEN_AFTER_MS);
		return true;
	} catch {
		return false;
	}
}

const isCancelled = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

/** An app on the iPhone's home screen has no place for downloads; its share sheet has "Save to Files". */
async function share(file: File): Promise<boolean> {
	try {
		await navigator.share({ files: [file] });
		return true;
	} catch (error) {
		return isCancelled(error) ? false : download(file);
	}
}

const canShare = (file: File): boolean =>
	isIos() && typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });

async function read(file: File | undefined, maxBytes: number): Promise<PickedFile> {
	if (!file) return { type: 'cancelled' };
	if (file.size > maxBytes) return { type: 'tooLarge' };
	try {
		return { type: 'picked', name: file.name, text: await file.text() };
	} catch {
		return { type: 'unreadable' };
	}
}

function pickFile(accept: string, maxBytes: number): Promise<PickedFile> {
	const input = document.createElement('input');
	input.type = 'file';
	input.accept = accept;
	input.hidden = true;
	// In the document, else Safari forgets it while the person looks for the file.
	document.body.append(input);
	return new Promise<File | undefined>((resolve) => {
		input.addEventListener('change', () => resolve(input.files?.[0]), { once: true });
		input.addEventListener('cancel', () => resolve(undefined), { once: true });
		input.click();
	})
		.finally(() => input.remove())
		.then((file) => read(file, maxBytes));
}

/** The person's files. */
export const createFiles = (): Files => ({
	saveFile(name, text, type) {
		const file = new File([text], name, { type });
		return canShare(file) ? share(file) : Promise.resolve(download(file));
	},
	pickFile
});
