import { View } from '@tarojs/components'
import { Icon } from '@/ui/icon/Icon'
import { sayUnannounced } from './busWords'

/** That the holidays of a year are not known yet, and what counts until they are; nothing where all are. */
export function Unannounced({ year }: { year: number | null }) {
  if (year === null) return null
  return (
    <View className="row gap-4 t12 secondary">
      <Icon name="info" size={16} />
      <View className="grow">{sayUnannounced(year)}</View>
    </View>
  )
}
