import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { readDevice, readForcedTheme, type Theme } from '../device/device'

export interface Appearance {
  /** `undefined` follows the phone. */
  theme: Theme | undefined
  /** 1 to 1.4. */
  textScale: number
}

/** Where this phone keeps what was chosen; nothing chosen follows the phone. */
const PLACE = 'appearance'

function readKept(): Partial<Appearance> {
  const kept = Taro.getStorageSync<Partial<Appearance> | ''>(PLACE)
  return kept === '' ? {} : kept
}

function firstAppearance(): Appearance {
  const kept = readKept()
  return {
    theme: readForcedTheme() ?? kept.theme,
    textScale: kept.textScale ?? readDevice().textScale,
  }
}

/** How the reader wants it to look. Screen and the tab bar read it. */
export const useAppearance = create<Appearance>(firstAppearance)

/** Takes a choice of the reader and keeps it on this phone. */
export function chooseAppearance(choice: Partial<Appearance>): void {
  useAppearance.setState(choice)
  Taro.setStorageSync(PLACE, { ...readKept(), ...choice })
}
