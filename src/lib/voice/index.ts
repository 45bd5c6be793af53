// The voice on the shelf: where its packs are, and how they are read. The only door of this room.
// Knows neither sessions nor how anything is played. The clips are made by `npm run voice` (docs/voice.md).

import type { Language } from '#lib/domain/record.ts';
import tones from './packs/tones.bin?url';
import de from './packs/voice-de.bin?url';
import en from './packs/voice-en.bin?url';

export { clipMs, readPack, type Pack } from './pack.ts';

/**
 * Where each pack is. The tones, with the floor, are on the device with the app; a voice is fetched when it is chosen and
 * then kept (platform/kept-file.ts).
 */
export const packUrls: Readonly<Record<Language | 'tones', string>> = { de, en, tones };
