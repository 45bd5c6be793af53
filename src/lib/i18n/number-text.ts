// Numbers as text and as plural forms. A format is costly to make (0.3 ms, and some are asked for every second), so each is
// made once. Pure: the language comes in.

const formats = new Map<string, Intl.NumberFormat>();
const rules = new Map<string, Intl.PluralRules>();

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
	const one = known.get(key) ?? make();
	known.set(key, one);
	return one;
}

/** A number as people write it, with at most `digits` places after the point; left out: three. */
export const numberText = (language: string, value: number, digits = 3): string =>
	kept(
		formats,
		`${language} ${digits}`,
		() => new Intl.NumberFormat(language, { maximumFractionDigits: digits })
	).format(value);

/** True where the language says `value` in its singular. */
export const isOne = (language: string, value: number): boolean =>
	kept(rules, language, () => new Intl.PluralRules(language)).select(value) === 'one';
