import Taro from '@tarojs/taro'
import { readDevice } from '@/ui/device/device'

const GAP_PX = 16

/** Takes the page to a part of its form, under the page's head. @param selector of the part's class */
export function goToField(selector: string): void {
  const { statusBarPx, navPx } = readDevice()
  void Taro.pageScrollTo({ selector, offsetTop: -(statusBarPx + navPx + GAP_PX), duration: 200 })
}
