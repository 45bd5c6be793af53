// What did not go well, one line each, as it is printed on the sheet for an appointment.

import { checkInsOfKept } from '#lib/domain/contents.ts';
import { incidents, listed, type Incident } from '#lib/domain/doctor-page.ts';
import type { Span } from '#lib/domain/period.ts';
import { urgencyOf, type SignId } from '#lib/domain/warning-signs.ts';
import { doctor } from '#lib/i18n/doctor.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { safety } from '#lib/i18n/safety.ts';
import { shortDayText } from '#lib/i18n/time-text.ts';
import type { App } from './app.svelte.ts';

/** A sign of another version of the app has no sentence here; its id is better than nothing. */
const signText = (id: string): string => (urgencyOf([id]) === null ? id : safety.t(`sign.${id as SignId}`));

function words(incident: Incident): string {
	if (incident.type === 'warningSigns') {
		const { text, left } = listed(incident.ticked.map(signText));
		return doctor.t('incident.signs', { list: left > 0 ? doctor.t('incident.andMore', { text, left }) : text });
	}
	const legs = incident.legSigns.map((sign) => doctor.t(`sign.${sign}`));
	if (incident.type === 'stopped')
		return [doctor.t('incident.stopped', { why: doctor.t(`why.${incident.why}`) }), ...legs].join(', ');
	const lead = doctor.t(incident.endedByBody ? 'incident.endedByBody' : 'incident.after');
	return [lead, ...legs, ...incident.newSigns.map((sign) => doctor.t(`sign.${sign}`))].join(', ');
}

/** Newest first. What was said after a session that was removed is not among them. */
export function incidentLines({ snapshot, today }: App, span: Span): readonly string[] {
	const checkIns = checkInsOfKept(snapshot.checkIns, snapshot.sessions);
	return incidents(snapshot.answers, checkIns, span).map(
		(incident) => `${shortDayText(i18n.language, incident.on, today)}: ${words(incident)}`
	);
}
