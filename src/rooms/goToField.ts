import Taro from '@tarojs/taro'
import { readDevice } from '@/ui/device/device'
import { partClass } from '@/ui/field/At'

const GAP_PX = 16

/** Takes the page to a part of its form, under the page's head. @param path as the part's `At` has it */
export function goToField(path: string): void {
  const { statusBarPx, navPx } = readDevice()
  void Taro.pageScrollTo({
    selector: `.${partClass(path)}`,
    offsetTop: -(statusBarPx + navPx + GAP_PX),
    duration: 200,
  })
}
