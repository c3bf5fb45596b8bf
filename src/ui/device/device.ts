import Taro from '@tarojs/taro'

/** What the phone takes from the page, in px. The browser has its own answer in `device.h5.ts`. */
export interface Device {
  statusBarPx: number
  /** Height of the navigation bar below the status bar. */
  navPx: number
  /** Width at the right that WeChat's capsule covers, its margin included. */
  capsulePx: number
  /** The text scale the phone asks for, 1 to 1.4. */
  textScale: number
}

export type Theme = 'light' | 'dark'

export const largestTextScale = 1.4

/** Room between the capsule and what stands left of it. */
const capsuleMarginPx = 6

let known: Device | undefined

/** Read once: neither the bars nor the system's text size change while the mini program runs. */
export function readDevice(): Device {
  if (known) return known
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  known = {
    statusBarPx: statusBarHeight,
    navPx: Math.max(44, (capsule.top - statusBarHeight) * 2 + capsule.height),
    capsulePx: windowWidth - capsule.left + capsuleMarginPx,
    textScale: Math.min(largestTextScale, Math.max(1, fontSizeScaleFactor)),
  }
  return known
}

/** The theme asked for from outside the app: only the browser has one. */
export function readForcedTheme(): Theme | undefined {
  return undefined
}
