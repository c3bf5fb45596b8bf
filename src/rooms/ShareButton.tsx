import { Button } from '@tarojs/components'
import { Icon } from '@/ui/icon/Icon'
import './shareButton.scss'

/** Hands the page to WeChat's own share panel; the page says what is shared by `useShareAppMessage`. */
export function ShareButton() {
  return (
    <Button className="share-button" hoverClass="pressed" openType="share" aria-label="分享给同事">
      <Icon name="share" />
    </Button>
  )
}
