import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { swapped } from './rows'

interface FormRowsProps<T> {
  rows: readonly T[]
  /** Read aloud with each field and each tool. */
  nameOf: (row: T, index: number) => string
  onChange: (rows: readonly T[]) => void
  /** What else can be done with a row. */
  tools?: (row: T) => ReactNode
  /** What whoever takes a row away should know before; undefined: nothing. */
  warnOf?: (row: T) => string | undefined
  children: (row: T, name: string, change: (part: Partial<T>) => void, index: number) => ReactNode
}

/** A row is taken away at once, or after what there is to know of it. */
function RemoveButton({
  name,
  warning,
  onRemove,
}: {
  name: string
  warning: string | undefined
  onRemove: () => void
}) {
  const [asking, setAsking] = useState(false)
  const remove = () => {
    setAsking(false)
    onRemove()
  }
  return (
    <>
      <Button
        kind="text"
        size="small"
        label={`去掉${name}`}
        onTap={() => (warning === undefined ? onRemove() : setAsking(true))}
      >
        去掉
      </Button>
      <Sheet
        open={asking}
        title={`去掉「${name}」`}
        onClose={() => setAsking(false)}
        note="保存了才算数"
        action={
          <Button kind="danger" block label={`还是去掉${name}`} onTap={remove}>
            去掉
          </Button>
        }
      >
        <View className="t16">{warning}</View>
      </Sheet>
    </>
  )
}

/** Rows of the form in an order of their own: each can be changed, put before the one above it, and taken away. */
export function FormRows<T>({ rows, nameOf, onChange, tools, warnOf, children }: FormRowsProps<T>) {
  return rows.map((row, index) => {
    const name = nameOf(row, index)
    const change = (part: Partial<T>) =>
      onChange(rows.map((one, at) => (at === index ? { ...one, ...part } : one)))
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place in the form
      <View key={index} className="centre-edit__day">
        {children(row, name, change, index)}
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
          <RemoveButton
            name={name}
            warning={warnOf?.(row)}
            onRemove={() => onChange(rows.filter((_one, at) => at !== index))}
          />
        </View>
      </View>
    )
  })
}
