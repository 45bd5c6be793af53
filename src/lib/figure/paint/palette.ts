// How each named part of the picture looks. The truth is figure.css: whoever paints reads it there, once per look.

export interface PartLook {
	/** CSS colours, or 'none'. */
	readonly fill: string;
	readonly stroke: string;
	/** Figure units (cm). */
	readonly strokeWidth: number;
	readonly lineCap: 'butt' | 'round' | 'square';
	readonly lineJoin: 'miter' | 'round' | 'bevel';
	/** 0 to 1, of the line alone. */
	readonly strokeOpacity: number;
	/** 0 to 1, of the whole part. */
	readonly opacity: number;
}

export type Palette = Readonly<Record<string, PartLook>>;

/** Every name a picture uses, as the class of a path; of a group's, the paths in it go by the group's name. */
export const PART_NAMES = [
	'f-skin',
	'f-skin far',
	'f-skin f-neck',
	'f-ear',
	'f-hair',
	'f-top',
	'f-top far',
	'f-seam',
	'f-leg',
	'f-leg far',
	'f-shoe',
	'f-shoe far',
	'f-sole',
	'f-sole far',
	'f-focus',
	'f-shadow',
	'f-shade',
	'f-mat',
	'f-mat-edge',
	'f-mat-band',
	'f-prop',
	'f-prop-edge',
	'f-prop-screen',
	'f-prop-line',
	'f-cushion',
	'f-cushion-edge',
	'f-wall',
	'f-wall-line',
	'f-ground'
] as const;
