// Looks at a screen as a person with other eyes, thumbs or settings does. Answers sentences; none is good.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds. */
export async function axe(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
	return violations.map(
		({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`
	);
}

/** Everything that can be tapped and is smaller than `least` CSS pixels in either direction. */
export const smallTargets = (page: Page, least: number): Promise<readonly string[]> =>
	page.evaluate((least) => {
		const open = document.querySelector('dialog[open]') ?? document;
		const targets = open.querySelectorAll<HTMLElement>(
			'a[href], button, input, select, textarea, summary, [role=button], [role=switch], [tabindex="0"]'
		);
		const sizeOf = (element: Element) => {
			const { width, height } = element.getBoundingClientRect();
			return { width, height };
		};
		return [...targets]
			.filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0)
			.flatMap((element) => {
				// A tap on its label is a tap on it.
				const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
				const sizes = [element, ...labels].map(sizeOf);
				if (sizes.some(({ width, height }) => width >= least - 0.5 && height >= least - 0.5)) return [];
				const { width, height } = sizeOf(element);
				const name = element.getAttribute('aria-label') ?? element.innerText.trim().slice(0, 40);
				return [`${element.tagName.toLowerCase()} "${name}" is ${Math.round(width)} x ${Math.round(height)}`];
			});
	}, least);

/** What is wider than the screen, and words that do not fit into their box. */
export const cutWords = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const found: string[] = [];
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide on a screen of ${clientWidth}`);
		if (scrollWidth > clientWidth)
			for (const element of document.body.querySelectorAll<HTMLElement>('*'))
				if (element.childElementCount === 0 && element.getBoundingClientRect().right > clientWidth + 1)
					found.push(`${element.outerHTML.slice(0, 120)} ends at ${Math.round(element.getBoundingClientRect().right)}`);
		if (document.body.scrollWidth > document.body.clientWidth)
			found.push(`the body is ${document.body.scrollWidth} wide in ${document.body.clientWidth}`);
		const open = document.querySelector('dialog[open]') ?? document.body;
		for (const element of open.querySelectorAll<HTMLElement>(
			'button, a, h1, h2, h3, p, label, summary, li, dt, dd, legend'
		)) {
			if (!element.checkVisibility({ visibilityProperty: true }) || element.clientWidth === 0) continue;
			const style = getComputedStyle(element);
			const isForReaders = element.clientWidth <= 2 || style.clipPath !== 'none' || style.clip !== 'auto';
			if (isForReaders || element.closest('.sr')) continue;
			const words = `${element.tagName.toLowerCase()} "${(element.innerText || element.getAttribute('aria-label') || '').trim().slice(0, 40)}"`;
			if (element.scrollWidth > element.clientWidth + 1)
				found.push(`${words} needs ${element.scrollWidth} and has ${element.clientWidth}`);
			// The words themselves; a box may well be wider than what stands in it, and some words are only for readers.
			const range = document.createRange();
			const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
				node.parentElement && node.parentElement.offsetWidth > 2 ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT
			);
			const boxes: DOMRect[] = [];
			while (walker.nextNode()) {
				range.selectNodeContents(walker.currentNode);
				boxes.push(...range.getClientRects());
			}
			const box = {
				left: Math.min(...boxes.map(({ left }) => left)),
				right: Math.max(...boxes.map(({ right }) => right))
			};
			if (boxes.length > 0 && (box.right > innerWidth + 1 || box.left < -1))
				found.push(`${words} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} on ${innerWidth}`);
			if (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2)
				found.push(`${words} is ${element.scrollHeight} tall in ${element.clientHeight}`);
		}
		return found;
	});

/** Animations that run where the person asked for none. */
export const animations = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() =>
		document
			.getAnimations()
			.filter(({ playState }) => playState === 'running')
			.map((animation) => {
				const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
				return `${target?.tagName.toLowerCase() ?? '?'} ${target?.getAttribute('class') ?? ''} is moving`;
			})
	);

/** The person's own text size, as the browser's settings would set it. */
export const textSize = (page: Page, share: number): Promise<void> =>
	page.evaluate((share) => {
		document.documentElement.style.fontSize = share === 1 ? '' : `${share * 100}%`;
	}, share);

/** As the choice of this theme would set it. */
export const theme = (page: Page, name: string): Promise<void> =>
	page.evaluate((name) => {
		if (name === 'system') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = name;
	}, name);
