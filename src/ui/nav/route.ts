import Taro from '@tarojs/taro'

/** Of the page on top, without a slash before and its question behind: "pages/fun/index". */
export function readRoute(): string {
  const route = Taro.getCurrentPages().at(-1)?.route ?? ''
  return route.replace(/^\//, '').replace(/\?.*$/, '')
}

/** Whether a tab is on top: no page lies below it. */
export const isOnTab = () => readRoute().startsWith('pages/')

/** What Taro adds to a page's parameters for itself. */
const OWN_TO_TARO = ['stamp', '$taroTimestamp']

/** Of the page on top with its parameters, to come back to: "/rooms/forum/pages/post/index?postId=…"; none: undefined. */
export function readAddress(): string | undefined {
  const route = readRoute()
  if (!route) return undefined
  const search = Object.entries(Taro.getCurrentInstance().router?.params ?? {})
    .filter(([key, value]) => value !== undefined && !OWN_TO_TARO.includes(key))
    .map(([key, value]) => `${key}=${value}`)
    .join('&')
  return `/${route}${search ? `?${search}` : ''}`
}
