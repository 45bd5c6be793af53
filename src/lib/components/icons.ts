// Our own icons on a 24 px grid, 2 px round strokes, and the phase glyphs: the silhouette of the phase in the landscape.

interface Icon {
	readonly lines?: readonly string[];
	readonly bold?: readonly string[];
	readonly solid?: readonly string[];
	readonly dots?: readonly (readonly [number, number, number])[];
}

export const ICONS = {
	today: { lines: ['M3 18h18', 'M6 18a6 6 0 0 1 12 0', 'M12 5v3M4.6 8.6l2 2M19.4 8.6l-2 2'] },
	plan: { lines: ['M2.5 19c3 0 3-5 5.5-5s2 2.5 4 2.5S15 7 18 7s3 6 3.5 12'] },
	history: { lines: ['M5 5v14M5 8h9M5 13h13M5 18h6'] },
	settings: {
		lines: ['M4 7h9M17.5 7H20M4 17h3M11.5 17H20'],
		dots: [
			[15, 7, 2.3],
			[9, 17, 2.3]
		]
	},
	close: { lines: ['M6 6l12 12M18 6L6 18'] },
	check: { lines: ['M5 12.5l4.5 4.5L19 7.5'] },
	right: { lines: ['M9 5.5l6.5 6.5L9 18.5'] },
	left: { lines: ['M15 5.5L8.5 12l6.5 6.5'] },
	pause: { bold: ['M8.5 5.5v13M15.5 5.5v13'] },
	play: { solid: ['M8 5.2v13.6c0 .9 1 1.4 1.7.9l9.6-6.8c.6-.4.6-1.4 0-1.8L9.7 4.3C9 3.8 8 4.3 8 5.2z'] },
	skip: {
		solid: ['M5 6.3v11.4c0 .8.9 1.2 1.5.8l7.7-5.7c.5-.4.5-1.2 0-1.6L6.5 5.5C5.9 5.1 5 5.5 5 6.3z'],
		bold: ['M18.5 5.8v12.4']
	},
	back: {
		solid: ['M19 6.3v11.4c0 .8-.9 1.2-1.5.8l-7.7-5.7c-.5-.4-.5-1.2 0-1.6l7.7-5.7c.6-.4 1.5 0 1.5.8z'],
		bold: ['M5.5 5.8v12.4']
	},
	lock: {
		lines: [
			'M7.5 11V8.2a4.5 4.5 0 0 1 9 0V11',
			'M8 11h8a2.5 2.5 0 0 1 2.5 2.5v4A2.5 2.5 0 0 1 16 20H8a2.5 2.5 0 0 1-2.5-2.5v-4A2.5 2.5 0 0 1 8 11z'
		]
	},
	unlock: {
		lines: [
			'M7.5 11V7.2a4.5 4.5 0 0 1 8.6-1.8',
			'M8 11h8a2.5 2.5 0 0 1 2.5 2.5v4A2.5 2.5 0 0 1 16 20H8a2.5 2.5 0 0 1-2.5-2.5v-4A2.5 2.5 0 0 1 8 11z'
		]
	},
	sound: { lines: ['M4 10v4h3l4.5 3.5v-11L7 10z', 'M15 9.2a4 4 0 0 1 0 5.6M17.7 6.7a7.5 7.5 0 0 1 0 10.6'] },
	soundOff: { lines: ['M4 10v4h3l4.5 3.5v-11L7 10z', 'M15.5 9.5l5 5M20.5 9.5l-5 5'] },
	bright: {
		lines: ['M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4'],
		dots: [[12, 12, 4]]
	},
	screen: { lines: ['M8 3.5h8a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2z', 'M9.5 12.5l5-3v5z'] },
	info: { lines: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z'], bold: ['M12 11v5.5M12 7.5v.2'] },
	clock: { lines: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z', 'M12 7.5V12l3 2'] },
	share: { lines: ['M12 15V3.5M8 7l4-4 4 4', 'M6 11H5.5v9h13v-9H18'] },
	addBox: { lines: ['M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z', 'M12 8.5v7M8.5 12h7'] },
	phone: { lines: ['M8 3.5h8a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2z', 'M11 17.5h2'] },
	home: { lines: ['M4 11.5l8-7 8 7', 'M6.5 10v9h11v-9'] },
	minus: { lines: ['M6 12h12'] },
	plus: { lines: ['M6 12h12M12 6v12'] },
	wind: { lines: ['M3 9h11a3 3 0 1 0-3-3', 'M3 13h15a3 3 0 1 1-3 3', 'M3 17h7'] },
	desk: { lines: ['M3 8.5h18M5.5 8.5V19M18.5 8.5V19', 'M12.5 8.5v5h6'] },
	stop: { lines: ['M8.4 3.5h7.2l4.9 4.9v7.2l-4.9 4.9H8.4l-4.9-4.9V8.4z', 'M8.5 12h7'] },
	help: {
		lines: [
			'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
			'M12 8.3a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4z',
			'M5.7 5.7l3.7 3.7M14.6 14.6l3.7 3.7M18.3 5.7l-3.7 3.7M9.4 14.6l-3.7 3.7'
		]
	},
	down: { lines: ['M5.5 9l6.5 6.5L18.5 9'] },
	up: { lines: ['M5.5 15.5L12 9l6.5 6.5'] }
} as const satisfies Record<string, Icon>;

export type IconName = keyof typeof ICONS;

export const GLYPHS = {
	warmUp: 'M2 19h20a10 10 0 0 0-20 0z',
	coolDown: 'M2 9h20a10 10 0 0 1-20 0z',
	walk: 'M2 9.3c2.5 0 2.5-2.6 5-2.6s2.5 2.6 5 2.6 2.5-2.6 5-2.6 2.5 2.6 5 2.6v2.7c-2.5 0-2.5-2.6-5-2.6s-2.5 2.6-5 2.6-2.5-2.6-5-2.6-2.5 2.6-5 2.6zM2 16.2c2.5 0 2.5-2.6 5-2.6s2.5 2.6 5 2.6 2.5-2.6 5-2.6 2.5 2.6 5 2.6v2.7c-2.5 0-2.5-2.6-5-2.6s-2.5 2.6-5 2.6-2.5-2.6-5-2.6-2.5 2.6-5 2.6z',
	run: 'M.8 19.5C5 18 7.2 5.5 13.4 5.5c4.4 0 5.6 9.6 9.8 14z',
	strength:
		'M5 4.5h14a2 2 0 0 1 0 4H5a2 2 0 0 1 0-4zm-1 5.8h16a2 2 0 0 1 0 4H4a2 2 0 0 1 0-4zm1 5.8h14a2 2 0 0 1 0 4H5a2 2 0 0 1 0-4z',
	rest: 'M4.5 11h15a2.5 2.5 0 0 1 0 5h-15a2.5 2.5 0 0 1 0-5z',
	move: 'M4.5 9.5h10V6l6 6-6 6v-3.5h-10z',
	breathe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 5a4 4 0 1 1 0 8 4 4 0 0 1 0-8z'
} as const;

export type GlyphName = keyof typeof GLYPHS;
