import { View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'

/** An icon on an accent bed: what stands before a row that is about today. */
export function IconBed({ name }: { name: IconName }) {
  return (
    <View className="icon-bed">
      <Icon name={name} />
    </View>
  )
}
