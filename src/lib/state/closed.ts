// Whether a session is closed by what was answered, until advice was taken (decisions.md 'Closures').

import { closuresOf, type Closing, type Closures } from '#lib/domain/closures.ts';
import type { NextSession } from '#lib/domain/next-session.ts';
import { hasRun, type Session } from '#lib/domain/session.ts';
import type { App } from './app.svelte.ts';

export type Closed = 'closed' | 'runClosed';

/** `null`: it may be begun. Everything else is merely not proposed. */
export function closedFor(app: App, session: Session | null): Closed | null {
	const { everything, running } = closuresOf(app.snapshot.answers);
	if (everything.length > 0) return 'closed';
	return session && hasRun(session) && running.length > 0 ? 'runClosed' : null;
}

/** Who said so: one answer among all; its words follow what the plan makes of it. */
export function closedBy(app: App, question: Closing['question'], ids: readonly string[]): Closed | null {
	const { everything, running } = closuresOf(app.snapshot.answers);
	const isIt = (each: Closing): boolean => each.question === question && ids.includes(each.id);
	return everything.some(isIt) ? 'closed' : running.some(isIt) ? 'runClosed' : null;
}

type Concern = Closed | 'unproposed' | null;

function concernOf({ everything, running, unproposed }: Closures): Concern {
	if (everything.length > 0) return 'closed';
	if (running.length > 0) return 'runClosed';
	return unproposed.length > 0 ? 'unproposed' : null;
}

/** What stands closed, or is not proposed, apart from the answer with this id; `null`: nothing. */
export const closedBefore = (app: App, id: string | undefined): Concern =>
	concernOf(closuresOf(app.snapshot.answers.filter((each) => each.id !== id)));

/** What stands closed, or is not proposed, apart from the questions before the start; `null`: nothing. */
export const closedElsewhere = (app: App): Concern =>
	concernOf(closuresOf(app.snapshot.answers.filter(({ type }) => type !== 'readiness' && type !== 'exclusions')));

/** Something else than the proposal is begun: kept as the person's choice. */
export async function noteChoice(app: App, proposed: NextSession | null, session: Session): Promise<void> {
	if (!proposed || app.plan?.pausedOn || proposed.session?.id === session.id) return;
	const proposedId = proposed.session?.id ?? 'rest';
	await app.choose([{ type: 'instead', proposedId, chosenId: session.id, on: app.today }]);
}
