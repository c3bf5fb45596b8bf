import { Input, View } from '@tarojs/components'
import { useInnerLabel } from '@/ui/a11y/useInnerLabel'
import { Icon } from '@/ui/icon/Icon'
import '../../careers.scss'

const LABEL = '职位、部门或技能'

export function SearchLine({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const host = useInnerLabel<unknown>(LABEL)
  return (
    <View className="careers__search">
      <Icon name="search" size={20} />
      <Input
        ref={host}
        className="careers__typed"
        aria-label={LABEL}
        placeholder={LABEL}
        confirmType="search"
        maxlength={40}
        value={typed}
        onInput={({ detail }) => onType(detail.value)}
      />
    </View>
  )
}
