/// <reference lib="dom" />
import type { Device, Theme } from './device'

export type { Device, Theme } from './device'

export const largestTextScale = 1.4

/**
 * A browser has no status bar and no capsule. A page that frames the app like a phone says what its
 * frame covers in the query: `?statusBar=47&safeBottom=34&theme=dark&k=1.4#/pages/home/index`. With a status bar there is a
 * capsule too.
 */
const frame = new URLSearchParams(window.location.search)

const frameNumber = (name: string, fallback: number): number => {
  const value = Number(frame.get(name) ?? fallback)
  return Number.isFinite(value) ? value : fallback
}

const statusBarPx = frameNumber('statusBar', 0)

const device: Device = {
  statusBarPx,
  navPx: 44,
  capsulePx: statusBarPx > 0 ? 100 : 8,
  textScale: Math.min(largestTextScale, Math.max(1, frameNumber('k', 1))),
}

if (frame.has('safeBottom')) {
  document.documentElement.style.setProperty('--frame-bottom', `${frameNumber('safeBottom', 0)}px`)
}

export function readDevice(): Device {
  return device
}

/** `?theme=light|dark` shows a theme against the system's own. */
export function readForcedTheme(): Theme | undefined {
  const theme = frame.get('theme')
  return theme === 'light' || theme === 'dark' ? theme : undefined
}
