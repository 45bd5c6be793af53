// Today is the one prerendered screen: its words are in the page before any script runs.

export const ssr = true;
export const prerender = true;
