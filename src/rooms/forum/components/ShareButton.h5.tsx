/// <reference lib="dom" />
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { toast } from '@/ui/toast/store'
import './shareButton.scss'

async function copyLink(): Promise<void> {
  await Taro.setClipboardData({ data: window.location.href })
  toast.show('链接已复制')
}

/** A browser has no share panel: the link is copied. */
export function ShareButton() {
  return (
    <View className="share-button" {...tappable('复制链接')} onClick={() => void copyLink()}>
      <Icon name="share" />
    </View>
  )
}
