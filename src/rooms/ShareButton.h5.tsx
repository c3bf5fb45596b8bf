/// <reference lib="dom" />
import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { copyText } from '@/ui/device/copyText'
import { Icon } from '@/ui/icon/Icon'
import './shareButton.scss'

/**
 * A browser has no share panel: the link is copied.
 * @param worded across a sheet, with its words beside the icon
 */
export function ShareButton({ worded = false }: { worded?: boolean }) {
  return (
    <View
      className={`share-button${worded ? ' share-button--worded' : ''}`}
      {...tappable('复制链接')}
      onClick={() => void copyText(window.location.href, '链接已复制')}
    >
      <Icon name="share" />
      {worded ? '复制链接' : null}
    </View>
  )
}
