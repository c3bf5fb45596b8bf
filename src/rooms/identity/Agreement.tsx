import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { unspoken } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Icon } from '@/ui/icon/Icon'
import './agreement.scss'
import './bed.scss'

export interface AgreementProps {
  agreed: boolean
  onChange: (agreed: boolean) => void
}

/** What others will see, then the box; nothing is asked for before it is ticked. */
export function Agreement({ agreed, onChange }: AgreementProps) {
  return (
    <View className="agreement">
      <View className="identity-bed">
        <Icon name="shield" />
        <View className="grow">
          <View className="t14 medium">同事会看到你的姓名、部门和园区</View>
          <View className="t12 secondary">手机号只用来核对本人，同事看不到</View>
        </View>
      </View>
      <View className="agreement__line">
        <Checkbox checked={agreed} onChange={onChange} label="我已阅读并同意隐私保护指引和社区公约" />
        <View className="agreement__words">
          <View className="agreement__start" {...unspoken} onClick={() => onChange(!agreed)}>
            我已阅读并同意
          </View>
          <View
            className="agreement__link"
            {...tappable(undefined, 'link')}
            onClick={() => openPage('identity/privacy', { part: 'privacy' })}
          >
            《隐私保护指引》
          </View>
          <View
            className="agreement__link"
            {...tappable(undefined, 'link')}
            onClick={() => openPage('identity/privacy', { part: 'rules' })}
          >
            《社区公约》
          </View>
        </View>
      </View>
    </View>
  )
}
