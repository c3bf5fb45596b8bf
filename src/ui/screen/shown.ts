import { useDidShow } from '@tarojs/taro'

/** Whoever wants to know that a page came to the front; the design system itself does not. */
let listener: () => void = () => undefined

export function onScreenShown(told: () => void): void {
  listener = told
}

/** Tells that the page of this screen is in front. */
export function useShown(): void {
  useDidShow(() => listener())
}
