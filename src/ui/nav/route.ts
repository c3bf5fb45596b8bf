import Taro from '@tarojs/taro'

/** Of the page on top, without a slash before and its question behind: "pages/fun/index". */
export function readRoute(): string {
  const route = Taro.getCurrentPages().at(-1)?.route ?? ''
  return route.replace(/^\//, '').replace(/\?.*$/, '')
}

/** Whether a tab is on top: no page lies below it. */
export const isOnTab = () => readRoute().startsWith('pages/')
