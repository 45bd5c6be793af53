// The web app manifest, built with the base path in it: relative ids of two deployments on one host would collide.

import { base } from '$app/paths';
import { json } from '@sveltejs/kit';

export const prerender = true;

const icon = (src: string, sizes: string, type: string, purpose: string) => ({
	src: `${base}/${src}`,
	sizes,
	type,
	purpose
});

export function GET(): Response {
	return json({
		id: `${base}/`,
		name: 'Rückenwind',
		short_name: 'Rückenwind',
		description:
			'Gehen, laufen, üben: in kleinen Schritten, auch ohne Netz. Walk, run and exercise in small steps, also offline.',
		start_url: `${base}/`,
		scope: `${base}/`,
		display: 'standalone',
		display_override: ['standalone', 'minimal-ui'],
		launch_handler: { client_mode: 'focus-existing' },
		background_color: '#E7EFEE',
		theme_color: '#E7EFEE',
		lang: 'de',
		dir: 'ltr',
		categories: ['health', 'fitness', 'lifestyle'],
		icons: [
			icon('icon-192.png', '192x192', 'image/png', 'any'),
			icon('icon-512.png', '512x512', 'image/png', 'any'),
			icon('icon.svg', 'any', 'image/svg+xml', 'any'),
			icon('icon-maskable-512.png', '512x512', 'image/png', 'maskable'),
			icon('icon-mono-96.png', '96x96', 'image/png', 'monochrome'),
			icon('icon-mono.svg', 'any', 'image/svg+xml', 'monochrome')
		],
		shortcuts: [
			{ name: 'Heutige Einheit · Today’s session', short_name: 'Start', url: `${base}/session` },
			{ name: 'Verlauf · History', short_name: 'Verlauf', url: `${base}/history` }
		]
	});
}
