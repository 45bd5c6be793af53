// Every screen is rendered in the browser from 200.html; only '/' has its words in the page (decisions.md: first paint).

export const ssr = false;
export const prerender = false;
export const trailingSlash = 'never';
