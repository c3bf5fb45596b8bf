/// <reference lib="dom" />

/** Whether somebody has asked their device for less motion. */
export const wantsStillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Opens pages where they stand for somebody who wants it so: the router slides them in otherwise, and asks each time. */
export function keepPagesStill(): void {
  const { __taroAppConfig: config } = window as { __taroAppConfig?: { animation?: boolean } }
  if (config && wantsStillness()) config.animation = false
}
