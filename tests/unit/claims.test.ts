// No text promises to treat, relieve, diagnose or prevent, and none frightens: all texts of both languages are read.

import { describe, expect, test } from 'vitest';
import { allowances, claimsIn, covers, readTexts, textsOf } from '../support/claims.ts';

const texts = readTexts();
const said = (text: string): string => claimsIn({ at: 'planted: here', text }).join(' ');

describe('what is never said', () => {
	test('stands in no text of the app, of the manifest or of the README', () => {
		expect(texts.flatMap((text) => claimsIn(text))).toEqual([]);
	}, 60_000);

	test('is looked for in all texts there are', () => {
		for (const place of [
			...['i18n/en', 'i18n/de', 'i18n/welcome', 'i18n/error', 'i18n/weeks', 'i18n/areas/safety.de'],
			...['content/texts/de', 'content/texts/library.en', 'content/voice/de']
		])
			expect(texts.some(({ at }) => at.startsWith(`src/lib/${place}.json: `))).toBe(true);
		const whole = texts.map(({ text }) => text).join('\n');
		for (const known of ['Gehen, laufen, üben', 'without an account', 'back pain', 'Käfer', 'Noch zehn Sekunden.'])
			expect(whole).toContain(known);
	});
});

describe('what is allowed', () => {
	test('is said somewhere, each wording in each place: nothing is allowed that nobody says', () => {
		for (const { wording, in: where } of allowances)
			expect(texts.filter(({ at, text }) => covers(where, at) && text.includes(wording)).length, wording).not.toBe(0);
	});

	test('would be found if it were not allowed', () => {
		for (const allowance of allowances) {
			const others = allowances.filter((each) => each !== allowance);
			const told = texts.filter(({ at, text }) => covers(allowance.in, at) && text.includes(allowance.wording));
			expect(told.flatMap((text) => claimsIn(text, others)).length, allowance.wording).not.toBe(0);
		}
	});

	test('is allowed only in its place, and only in its wording', () => {
		const study = { wording: 'less pain', in: 'a.json: known', why: 'study' };
		expect(claimsIn({ at: 'a.json: known', text: 'They had less pain.' }, [study])).toEqual([]);
		expect(claimsIn({ at: 'a.json: what', text: 'You have less pain.' }, [study])).toHaveLength(1);
		expect(claimsIn({ at: 'a.json: known', text: 'It relieves.' }, [study])).toHaveLength(1);
	});
});

describe('the reader of texts', () => {
	test.each([
		['treats', 'These exercises treat your back.', 'Unsere Übungen behandeln den Rücken.'],
		['treats', 'Running heals discs.', 'So verheilt dein Rücken, eine echte Bewegungstherapie.'],
		['relieves', 'Pilates eases your pain.', 'Tai-Chi hilft gegen Rückenschmerzen.'],
		['relieves', 'Soothing for your back.', 'Yoga lindert die Schmerzen.'],
		['diagnoses', 'The app can diagnose the cause.', 'Hier bekommst du eine Selbstdiagnose.'],
		['prevents', 'Walking prevents the next episode.', 'Gehen beugt neuen Schmerzen vor.'],
		['prevents', 'It protects your spine.', 'Das verhindert neue Schmerzen.'],
		['proven', 'A clinically proven plan.', 'Die Wirkung ist erwiesen.'],
		['broken', 'Bending damages the back.', 'Bücken schadet deinem Rücken.'],
		['broken', 'Instability of the spine.', 'Instabile Wirbel, ein Bandscheibenvorfall.'],
		['wrongly', 'You have a weak core.', 'Deine schwache Mitte ist schuld.'],
		['wrongly', 'Your wrong posture.', 'Deine Fehlhaltungen zeigen sich.']
	])('finds what %s, in both languages', (claim, english, german) => {
		expect(said(english)).toContain(claim);
		expect(said(german)).toContain(claim);
	});

	test('is not misled by words that only look alike', () => {
		for (const harmless of [
			'Walk for a week, then retreat to the healthy sea.',
			'Neig den Rumpf vor und beug die Knie. Ein Vorteil. Heute geht es weiter.',
			'Der Schmerz kommt. Danach senkst du den Arm langsam wieder.',
			'Gesundheit, Physiotherapie, Bescheid.'
		])
			expect(said(harmless)).toBe('');
	});

	test('finds capitals, line ends, and every string of a file under its key', () => {
		expect(said('IT HEALS')).not.toBe('');
		expect(said('a weak\ncore')).not.toBe('');
		expect(textsOf('x.json', { a: ['one', { b: 'two' }], n: 1 })).toEqual([
			{ at: 'x.json: a.0', text: 'one' },
			{ at: 'x.json: a.1.b', text: 'two' }
		]);
	});
});
