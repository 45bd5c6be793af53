// Which language speaks.

import type { Language, Settings } from '#lib/domain/record.ts';

/** The language of the voice; null without a voice. */
export const voiceOf = ({ voice, voiceLanguage, language }: Settings): Language | null =>
	voice ? (voiceLanguage === 'screen' ? language : voiceLanguage) : null;
