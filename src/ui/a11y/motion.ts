/** Whether somebody has asked their device for less motion. WeChat doesn't tell; the browser's answer is in `.h5.ts`. */
export const wantsStillness = (): boolean => false

/** Pages slide in as WeChat's own do. */
export function keepPagesStill(): void {}
