import { create } from 'zustand'
import { readDevice, readForcedTheme, type Theme } from '../device/device'

export interface Appearance {
  /** `undefined` follows the phone. */
  theme: Theme | undefined
  /** 1 to 1.4. */
  textScale: number
}

/** How the reader wants it to look. Settings write it with `setState`; Screen and the tab bar read it. */
export const useAppearance = create<Appearance>(() => ({
  theme: readForcedTheme(),
  textScale: readDevice().textScale,
}))
