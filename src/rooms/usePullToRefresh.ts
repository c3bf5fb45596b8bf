import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Pulling the page down asks again; the page's config needs `enablePullDownRefresh`. */
export function usePullToRefresh(refetch: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh())
  })
}
