import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './fieldPair.scss'

/** Two short fields beside each other, or one below the other where large text leaves no room. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <View className="field-pair">{children}</View>
}
