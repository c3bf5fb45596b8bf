import { focusManager, onlineManager } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { followNetwork } from './network'

/** Tells react-query when the app comes to the front and when the network comes back. */
export function followApp(): void {
  focusManager.setEventListener(setFocused => {
    const show = () => setFocused(true)
    const hide = () => setFocused(false)
    Taro.onAppShow(show)
    Taro.onAppHide(hide)
    return () => {
      Taro.offAppShow(show)
      Taro.offAppHide(hide)
    }
  })
  onlineManager.setEventListener(followNetwork)
}
