// The look of the figure as it is shown: what was chosen, or as usual where the name is none of ours.

import type { Settings } from '#lib/domain/record.ts';
import { HAIRS, SKINS, USUAL_LOOK, type FigureLook } from '#lib/figure/look.ts';

export { HAIRS, SKINS } from '#lib/figure/look.ts';

export const lookOf = ({ skin, hair }: Pick<Settings, 'skin' | 'hair'>): FigureLook => ({
	skin: SKINS.find((name) => name === skin) ?? USUAL_LOOK.skin,
	hair: HAIRS.find((name) => name === hair) ?? USUAL_LOOK.hair
});
