import Taro from '@tarojs/taro'

/** The three parts of the tab 沃有趣. */
export type FunPlace = 'talk' | 'union' | 'centre'

// A tab takes no parameters: what another page asked for waits here until the tab is shown.
let wished: FunPlace | undefined

export function openFun(place: FunPlace): void {
  wished = place
  void Taro.switchTab({ url: '/pages/fun/index' })
}

/** What was asked for, once. */
export function takeFunPlace(): FunPlace | undefined {
  const place = wished
  wished = undefined
  return place
}
