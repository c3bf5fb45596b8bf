import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/ui/button/Button'
import { swapped } from './rows'

interface FormRowsProps<T> {
  rows: readonly T[]
  /** Read aloud with each field and each tool. */
  nameOf: (row: T, index: number) => string
  onChange: (rows: readonly T[]) => void
  /** What else can be done with a row. */
  tools?: (row: T) => ReactNode
  children: (row: T, name: string, change: (part: Partial<T>) => void) => ReactNode
}

/** Rows of the form in an order of their own: each can be changed, put before the one above it, and taken away. */
export function FormRows<T>({ rows, nameOf, onChange, tools, children }: FormRowsProps<T>) {
  return rows.map((row, index) => {
    const name = nameOf(row, index)
    const change = (part: Partial<T>) =>
      onChange(rows.map((one, at) => (at === index ? { ...one, ...part } : one)))
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place in the form
      <View key={index} className="centre-edit__day">
        {children(row, name, change)}
        <View className="row gap-8">
          {index > 0 ? (
            <Button
              kind="text"
              size="small"
              label={`${name}往前`}
              onTap={() => onChange(swapped(rows, index))}
            >
              往前
            </Button>
          ) : null}
          {tools?.(row)}
          <Button
            kind="text"
            size="small"
            label={`去掉${name}`}
            onTap={() => onChange(rows.filter((_one, at) => at !== index))}
          >
            去掉
          </Button>
        </View>
      </View>
    )
  })
}
