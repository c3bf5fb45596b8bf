/** Closes with Escape where there is a keyboard. A phone has none; the browser's answer is in `.h5.ts`. */
export function useEscape(_open: boolean, _onEscape: () => void): void {}
