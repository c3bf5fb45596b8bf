import { Button } from '@tarojs/components'
import { Icon } from '@/ui/icon/Icon'
import './shareButton.scss'

/**
 * Hands the page to WeChat's own share panel; the page says what is shared by `useShareAppMessage`.
 * @param worded across a sheet, with its words beside the icon
 */
export function ShareButton({ worded = false }: { worded?: boolean }) {
  return (
    <Button
      className={`share-button${worded ? ' share-button--worded' : ''}`}
      hoverClass="pressed"
      openType="share"
      aria-label="分享给同事"
    >
      <Icon name="share" />
      {worded ? '分享给同事' : null}
    </Button>
  )
}
