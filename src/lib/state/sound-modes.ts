// What each sound mode can do on this device, in words.

import type { SoundMode } from '#lib/domain/phone-test.ts';
import { browserOf, isCurrent } from '#lib/domain/phone-test.ts';
import type { Settings } from '#lib/domain/record.ts';
import { dateText } from '#lib/i18n/time-text.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { isIos } from '#lib/platform/device.ts';

export const SOUND_MODES: readonly SoundMode[] = ['pocket', 'music', 'quiet'];

export const modeName = (mode: SoundMode): string => i18n.t(`sound.${mode}`);

/** One or two honest sentences about a mode. */
export function modeBody(mode: SoundMode): string {
	if (mode === 'pocket') return i18n.t('sound.pocketBody');
	if (mode === 'music') return i18n.t(isIos() ? 'sound.musicBodyIos' : 'sound.musicBody');
	return i18n.t('vibrate' in navigator ? 'sound.quietBody' : 'sound.quietBodyStill');
}

/** Name and version of this browser, as tests of the phone remember it. */
export const thisBrowser = (): string => browserOf(navigator.userAgent);

/** What is known about this phone: not tested, tested, or tested with an older browser. */
export function testWords({ phoneTest }: Settings): string {
	if (!phoneTest) return i18n.t('sound.testFirst');
	if (!isCurrent(phoneTest, thisBrowser())) return i18n.t('sound.testOld');
	return i18n.t('sound.tested', { on: dateText(i18n.language, phoneTest.on), mode: modeName(phoneTest.mode) });
}
