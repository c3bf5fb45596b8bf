import Taro from '@tarojs/taro'

/**
 * Says whether the phone has a network, now and whenever that changes. By WeChat's word; `network.h5.ts` has the
 * browser's.
 * @returns ends it
 */
export function followNetwork(setOnline: (isOnline: boolean) => void): () => void {
  const change = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected)
  Taro.onNetworkStatusChange(change)
  // A phone that was off line before the app began hears of no change.
  void Taro.getNetworkType({ success: ({ networkType }) => setOnline(networkType !== 'none') })
  return () => Taro.offNetworkStatusChange(change)
}
