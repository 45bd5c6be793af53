// How the figure looks: skin and hair, as a person may choose them. Names only; the colours are in figure.css.
// The choice is put on any element round the figure, the page's root for example: data-skin="brown" data-hair="grey".

/** From the lightest to the darkest. */
export const SKINS = ['fair', 'light', 'tan', 'brown', 'dark'] as const;
export const HAIRS = ['black', 'brown', 'blond', 'red', 'grey', 'shaved'] as const;

export type Skin = (typeof SKINS)[number];
export type Hair = (typeof HAIRS)[number];

export interface FigureLook {
	readonly skin: Skin;
	readonly hair: Hair;
}

/** Without any choice. */
export const USUAL_LOOK: FigureLook = { skin: 'tan', hair: 'black' };
