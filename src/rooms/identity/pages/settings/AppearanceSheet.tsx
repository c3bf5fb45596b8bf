import { View } from '@tarojs/components'
import { type Appearance, chooseAppearance, useAppearance } from '@/ui/appearance/store'
import { Chip } from '@/ui/chip/Chip'
import { Sheet } from '@/ui/sheet/Sheet'
import './appearanceSheet.scss'

const themes: readonly { value: Appearance['theme']; name: string }[] = [
  { value: undefined, name: '跟随手机' },
  { value: 'light', name: '浅色' },
  { value: 'dark', name: '深色' },
]

const scales: readonly { value: number; name: string }[] = [
  { value: 1, name: '标准' },
  { value: 1.2, name: '大' },
  { value: 1.4, name: '特大' },
]

/** How it looks on this phone; every choice shows at once. */
export function AppearanceSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { theme, textScale } = useAppearance()
  return (
    <Sheet open={open} title="显示" onClose={onClose} note="只改这部手机上的样子，随时可以改回来。">
      <View className="t14 secondary">深浅</View>
      <View className="appearance__choices">
        {themes.map(({ value, name }) => (
          <Chip key={name} on={value === theme} onTap={() => chooseAppearance({ theme: value })}>
            {name}
          </Chip>
        ))}
      </View>
      <View className="t14 secondary mt-8">字号</View>
      <View className="appearance__choices">
        {scales.map(({ value, name }) => (
          <Chip
            key={name}
            on={Math.abs(value - textScale) < 0.1}
            onTap={() => chooseAppearance({ textScale: value })}
          >
            {name}
          </Chip>
        ))}
      </View>
    </Sheet>
  )
}
