// The hook for the soak of the bare page in `bare`: it runs by itself.

export const path = '/';
export const plan = [{ step: 'clock', s: 3600 }];

export async function start() {}
