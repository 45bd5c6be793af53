// What an own session is made of, in a few words: its runs, its exercises, or that it is a walk.

import type { ContentTexts } from '#lib/content/index.ts';
import { hasRun, stepsIn, type Block, type Phase, type Session, type StepPlan } from '#lib/domain/session.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { lengthText } from '#lib/i18n/time-text.ts';

/** So many names stand on a card. */
const NAMES = 3;

/** '5 × 1:00', '2 × (1:00 + 0:30)'; empty where nobody runs. */
function runsIn(item: StepPlan | Block): string {
	if (item.type === 'step') return item.phase === 'run' && item.seconds > 0 ? lengthText(item.seconds * 1000) : '';
	const runs = item.items.map(runsIn).filter(Boolean);
	const text = runs.join(' + ');
	if (item.repeat === 1 || text === '') return text;
	return `${item.repeat} × ${runs.length > 1 || text.includes(' ') ? `(${text})` : text}`;
}

const namesOf = (texts: ContentTexts, steps: readonly StepPlan[]): string => {
	const ids = [...new Set(steps.map(({ exerciseId }) => exerciseId ?? ''))];
	const names = ids.map((id) => texts.exercises[id]?.name ?? '').filter(Boolean);
	return [names.slice(0, NAMES).join(', '), names.length > NAMES ? '…' : ''].filter(Boolean).join(' ');
};

const phaseOf = (session: Session, steps: readonly StepPlan[]): Phase => {
	if (hasRun(session)) return 'run';
	const work = steps.filter(({ phase }) => phase !== 'move' && phase !== 'rest');
	return work.find(({ exerciseId }) => exerciseId !== undefined)?.phase ?? work[0]?.phase ?? 'rest';
};

export interface OwnCore {
	/** '5 × 1:00 run, Glute bridge', 'at your own pace'; empty where there is only rest. */
	readonly core: string;
	readonly corePhase: Phase;
}

export function ownCore(texts: ContentTexts, session: Session): OwnCore {
	const steps = session.blocks.flatMap(stepsIn);
	const runs = session.blocks.map(runsIn).filter(Boolean).join(' + ');
	const corePhase = phaseOf(session, steps);
	const parts = [runs && i18n.t('session.runs', { runs }), namesOf(texts, steps)].filter(Boolean);
	return {
		core: parts.join(', ') || (steps.some(({ phase }) => phase === 'walk') ? i18n.t('session.walk') : ''),
		corePhase
	};
}
