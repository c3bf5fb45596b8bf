import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Button } from '@/ui/button/Button'

interface RowToolsProps {
  /** Read aloud: which row it is. */
  name: string
  /** Undefined: it is the first. */
  onUp: (() => void) | undefined
  onRemove: () => void
}

/** What can be done with one row of the form. */
export function RowTools({ name, onUp, onRemove, children }: PropsWithChildren<RowToolsProps>) {
  return (
    <View className="row gap-8">
      {onUp ? (
        <Button kind="text" size="small" label={`${name}往前`} onTap={onUp}>
          往前
        </Button>
      ) : null}
      {children}
      <Button kind="text" size="small" label={`去掉${name}`} onTap={onRemove}>
        去掉
      </Button>
    </View>
  )
}
